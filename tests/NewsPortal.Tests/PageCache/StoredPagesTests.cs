using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.PageCache;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>Which addresses are answered from the store, and why the others are not.</summary>
public sealed class StoredPagesTests
{
    private static readonly Dictionary<string, string> MadeAnew = new(StringComparer.Ordinal)
    {
        ["account/join"] = "private: a form of the door",
        ["account/join/confirmation"] = "private: opened by one person, once",
        ["account/link"] = "private: opened by one person, once",
        ["account/me"] = "private: a reader's own account",
        ["account/password-reset"] = "private: a form of the door",
        ["account/sign-in"] = "private: a form of the door",
        ["account/token"] = "private: a token for one browser",
        ["changes"] = "tells of this moment",
        ["comments/letters/confirmation"] = "private: opened by one person from a letter",
        ["comments/letters/ending"] = "private: opened by one person from a letter",
        ["comments/me"] = "private: what the paper keeps of one reader",
        ["comments/me/export"] = "private: what the paper keeps of one reader",
        ["comments/mine"] = "private: what one reader wrote",
        ["comments/new"] = "private: a form with the name of one reader",
        ["comments/stamp"] = "private: for one form",
        ["comments/{id:int}/appeal"] = "private: for the reader who wrote it",
        ["comments/{id:int}/change"] = "private: for the reader who wrote it, for some minutes",
        ["comments/{id:int}/reports/new"] = "a form, opened by few",
        ["error/{code:int}"] = "the page of another address, which is stored there",
        ["healthz"] = "tells of this moment",
        ["media/{id:int:min(1)}/{file}"] = "files, which the disk keeps",
        ["preview/{token}"] = "private: lent by link, and may end at any time",
        ["readyz"] = "tells of this moment",
        ["{section}/{slug}-{id}/mine"] = "private: the story with what one reader wrote below it",
    };

    [Fact]
    public void Every_page_for_readers_is_stored_or_is_written_down_with_the_reason()
    {
        using var newsroom = new Newsroom();
        var made = Read(newsroom).Where(endpoint => Mark(endpoint) is null).Select(Address).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(MadeAnew.Keys.Order(StringComparer.Ordinal), made);
    }

    [Fact]
    public void Nothing_of_the_desk_or_behind_the_door_is_stored()
    {
        using var newsroom = new Newsroom();
        var everything = newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        Assert.DoesNotContain(everything, endpoint => Mark(endpoint) is not null && (IsWritten(endpoint) || IsStaffs(endpoint)));
    }

    private static IEnumerable<RouteEndpoint> Read(Newsroom newsroom)
        => newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => IsRead(endpoint) && !Address(endpoint).StartsWith("admin", StringComparison.Ordinal));

    private static bool IsRead(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { } methods
        || methods.Contains(HttpMethods.Get);

    private static bool IsWritten(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { } methods
        || methods.Any(method => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method));

    private static bool IsStaffs(RouteEndpoint endpoint)
        => Address(endpoint).StartsWith("admin", StringComparison.Ordinal) || Address(endpoint).StartsWith("account", StringComparison.Ordinal);

    private static StoredAttribute? Mark(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StoredAttribute>();

    private static string Address(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.Trim('/');
}

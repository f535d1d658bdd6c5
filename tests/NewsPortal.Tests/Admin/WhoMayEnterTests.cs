using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin;

/// <summary>
/// Who may enter where, written down: C contributor, E editor, M moderator, A administrator, R a reader who joined, and
/// "all" for everybody.
/// Every endpoint is walked with every role and with none.
/// </summary>
public sealed partial class WhoMayEnterTests
{
    private static readonly Dictionary<char, Role> Letters = new()
    {
        ['C'] = Role.Contributor,
        ['E'] = Role.Editor,
        ['M'] = Role.Moderator,
        ['A'] = Role.Administrator,
        ['R'] = Role.Reader,
    };

    [Fact]
    public void Every_endpoint_is_written_down_and_nothing_else_is()
    {
        using var newsroom = new Newsroom();
        Assert.Equal(Written().Keys.Order(StringComparer.Ordinal), Served(newsroom).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_enters_the_desk_without_a_session()
    {
        using var newsroom = new Newsroom();
        using var stranger = newsroom.Stranger();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        foreach (var (endpoint, roles) in Written())
        {
            var status = (await stranger.SendAsync(Request(endpoint), HttpCompletionOption.ResponseHeadersRead)).StatusCode;
            Assert.True(roles == "all" ? IsEntered(status) : status == HttpStatusCode.Unauthorized, $"{endpoint}: {(int)status}");
        }
    }

    [Theory]
    [InlineData('C')]
    [InlineData('E')]
    [InlineData('M')]
    [InlineData('A')]
    [InlineData('R')]
    public async Task A_role_enters_where_the_table_says_and_nowhere_else(char letter)
    {
        using var newsroom = new Newsroom();
        using var colleague = await newsroom.ColleagueAsync(Letters[letter]);
        // The way out is the last one to try.
        foreach (var (endpoint, roles) in Written().OrderBy(row => row.Key == "POST /account/sign-out"))
        {
            var status = endpoint.StartsWith("POST", StringComparison.Ordinal)
                ? (await colleague.PostAsync(Path(endpoint))).StatusCode
                : (await colleague.Browser.GetAsync(Path(endpoint), HttpCompletionOption.ResponseHeadersRead)).StatusCode;
            Assert.True(
                roles == "all" || roles.Contains(letter, StringComparison.Ordinal) ? IsEntered(status) : status == HttpStatusCode.Forbidden,
                $"{letter} at {endpoint}: {(int)status}");
        }
    }

    private static bool IsEntered(HttpStatusCode status)
        => status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && status < HttpStatusCode.InternalServerError;

    private static IEnumerable<string> Served(Newsroom newsroom)
        => newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
                // What may be read may be asked about.
                .Where(method => method != HttpMethods.Head)
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}"))
            .Distinct();

    private static Dictionary<string, string> Written() => Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => Row().Match(line)).ToDictionary(row => row.Groups[2].Value, row => row.Groups[1].Value, StringComparer.Ordinal);

    private static HttpRequestMessage Request(string endpoint) => new(endpoint.StartsWith("POST", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, Path(endpoint));

    // Nothing has this number, so whoever is let in finds nothing there.
    private static string Path(string endpoint) => Hole().Replace(endpoint.Split(' ')[1], "987654321");

    [GeneratedRegex(@"^(\S+)\s+(.+)$")]
    private static partial Regex Row();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}

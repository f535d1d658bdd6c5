using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.Ordinal)
    {
        ["section"] = "world",
        ["slug"] = "floods",
        ["id"] = "1",
        ["code"] = "404",
        ["year"] = "2026",
        ["month"] = "11",
        ["day"] = "22",
        ["name"] = "x-720.jpg",
        ["file"] = "x-720.jpg",
        ["chunk"] = "1",
        ["number"] = "1",
        ["n"] = "1",
        ["kind"] = "pages",
    };

    [Fact]
    public async Task Every_route_and_every_kind_of_answer_carries_them()
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var reader = newsroom.Reader();
        var paths = newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => PathOf(endpoint.RoutePattern)).Distinct()
            .Concat(["/css/reader.css", "/nothing/here", "/world/a-bridge-opens-1", "/elsewhere/a-bridge-opens-1", "/rss.xml", "/fonts/none.woff2"]).ToList();
        Assert.True(paths.Count > 15, "the routes were not found");
        foreach (var path in paths)
        {
            AssertHeaders(path, await reader.GetAsync(path, HttpCompletionOption.ResponseHeadersRead));
        }

        AssertHeaders("POST /", await reader.PostAsync("/", null));
    }

    [Fact]
    public async Task A_page_that_breaks_carries_them_too()
    {
        using var newsroom = new Newsroom();
        var reader = newsroom.Reader();
        await newsroom.WithAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            await db.WriteAsync(() => db.Database.ExecuteSqlRawAsync("DROP TABLE Flashes"));
        });

        var response = await reader.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        AssertHeaders("/", response);
        Assert.Equal(["Something broke on our side"], Html.Parse(await response.Content.ReadAsStringAsync()).Texts("h1"));
    }

    [Fact]
    public async Task Only_an_encrypted_site_promises_to_stay_so()
    {
        using var open = new Newsroom();
        Assert.False((await open.Reader().GetAsync("/")).Headers.Contains("Strict-Transport-Security"));
        using var encrypted = new Newsroom(("Site:Url", "https://news.example.org"));
        Assert.True((await encrypted.Reader().GetAsync("/")).Headers.Contains("Strict-Transport-Security"));
    }

    private static void AssertHeaders(string path, HttpResponseMessage response)
    {
        Assert.True(response.Headers.TryGetValues("Content-Security-Policy", out var policies), $"{path}: no policy ({(int)response.StatusCode})");
        var policy = string.Join(' ', policies);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("nonce", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        foreach (var name in new[]
        {
            "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy",
        })
        {
            Assert.True(response.Headers.Contains(name), $"{path}: no {name}");
        }

        Assert.False(response.Headers.Contains("Server"), $"{path}: names its server");
        var mayHoldForms = path.StartsWith("/account/", StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Set-Cookie") && !mayHoldForms, $"{path}: sets a cookie");
    }

    private static string PathOf(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment
        => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Examples.GetValueOrDefault(parameter.Name, "1"),
            _ => "",
        }))));
}

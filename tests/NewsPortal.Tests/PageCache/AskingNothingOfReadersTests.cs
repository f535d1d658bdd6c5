using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.PageCache;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>Nothing that one reader says gets into the page of another, and nobody fills the store with nonsense.</summary>
public sealed class AskingNothingOfReadersTests : IAsyncLifetime
{
    private readonly Newsroom newsroom = new();

    public async ValueTask InitializeAsync() => await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync("World")));

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-Proto", "evil")]
    [InlineData("X-Original-URL", "/evil")]
    [InlineData("X-Rewrite-URL", "/evil")]
    [InlineData("X-Forwarded-Prefix", "/evil")]
    [InlineData("X-HTTP-Method-Override", "POST")]
    [InlineData("Accept-Language", "tr")]
    [InlineData("Accept", "application/evil")]
    [InlineData("Cookie", "newsportal.message=evil; newsportal.staff=evil")]
    [InlineData("Authorization", "Bearer evil")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("User-Agent", "<script>evil</script>")]
    [InlineData("Cache-Control", "no-cache, no-store")]
    [InlineData("Range", "bytes=0-3")]
    public async Task A_header_of_the_first_reader_leaves_no_trace_in_what_the_second_gets(string name, string value)
    {
        var store = newsroom.Services.GetRequiredService<StoredPages>();
        foreach (var path in new[] { "/", "/world", "/no-such-page", "/rss.xml" })
        {
            var clean = await newsroom.Reader().GetAsync(path);
            store.StartOver();
            using var poisoned = new HttpRequestMessage(HttpMethod.Get, path);
            poisoned.Headers.TryAddWithoutValidation(name, value);
            await newsroom.Reader().SendAsync(poisoned);
            var after = await newsroom.Reader().GetAsync(path);
            Assert.Equal(await clean.Content.ReadAsStringAsync(), await after.Content.ReadAsStringAsync());
            Assert.Equal(clean.Headers.NonValidated.ToString(), after.Headers.NonValidated.ToString());
        }
    }

    [Fact]
    public async Task A_thousand_queries_that_mean_nothing_are_one_page()
    {
        var reader = newsroom.Reader();
        await reader.GetAsync("/world");
        using var counts = new PageCounts(newsroom);
        for (var i = 0; i < 250; i++)
        {
            await reader.GetAsync($"/world?utm_source={i}");
            await reader.GetAsync($"/world?before=&x={i}");
            await reader.GetAsync($"/world/?{i}");
            await reader.GetAsync($"/world?p={i}&P={i}");
        }

        Assert.Equal((0, 1), (counts.Renders, Stored));
    }

    [Fact]
    public async Task Names_in_another_order_repeated_or_in_other_letters_are_one_page()
    {
        var reader = newsroom.Reader();
        foreach (var query in new[] { "?q=bridge&section=world", "?section=world&q=bridge", "?Q=bridge&SECTION=world", "?q=bridge&q=other&section=world", "?q=%62ridge&section=world&section=x" })
        {
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/search" + query)).StatusCode);
        }

        Assert.Equal(1, Stored);
    }

    [Fact]
    public async Task An_escaped_question_mark_is_part_of_the_path_and_never_taken_for_a_query()
    {
        var reader = newsroom.Reader();
        var query = await reader.GetStringAsync("/search?q=bridge");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/search%3Fq=bridge")).StatusCode);
        Assert.Equal(query, await reader.GetStringAsync("/search?q=bridge"));
    }

    [Theory]
    [InlineData("/account/x.css")]
    [InlineData("/account/sign-in/x.css")]
    [InlineData("/account/sign-in")]
    [InlineData("/admin/x.css")]
    [InlineData("/admin")]
    [InlineData("/ADMIN/articles/x.js")]
    [InlineData("/admin/articles;x.css")]
    [InlineData("/preview/token/x.png")]
    [InlineData("/preview/token")]
    [InlineData("/media/1/x.css")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/error/500")]
    [InlineData("/css/reader.css")]
    public async Task What_is_private_or_no_page_is_never_stored_whatever_its_address_ends_in(string path)
    {
        var editor = await newsroom.ColleagueAsync(Role.Editor);
        var before = Stored;
        await editor.GetAsync(path);
        await newsroom.Reader().GetAsync(path);
        Assert.Equal(before, Stored);
    }

    [Fact]
    public async Task An_editor_reads_the_same_page_as_everybody_and_is_given_no_cookie_with_it()
    {
        var editor = await newsroom.ColleagueAsync(Role.Editor);
        var (first, second) = (await editor.GetAsync("/"), await newsroom.Reader().GetAsync("/"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.False(first.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Who_an_editor_is_is_not_even_looked_up_for_a_stored_page()
    {
        var editor = await newsroom.ColleagueAsync(Role.Editor);
        await editor.GetAsync("/");
        using var statements = new StatementCount(newsroom.Database);
        await editor.GetAsync("/");
        Assert.DoesNotContain(statements.Statements, statement => statement.Contains("\"StaffSessions\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_too_long_to_be_anybodys_link_is_answered_and_not_stored()
    {
        var answer = await newsroom.Reader().GetAsync("/world/" + new string('a', 4000));
        Assert.Equal((HttpStatusCode.NotFound, 0), (answer.StatusCode, Stored));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("CONNECT")]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    public async Task Another_method_neither_gets_a_stored_page_nor_makes_one(string method)
    {
        await newsroom.Reader().GetAsync("/");
        using var request = new HttpRequestMessage(new HttpMethod(method), "/world");
        var answer = await newsroom.Reader().SendAsync(request);
        Assert.InRange((int)answer.StatusCode, method == "get" ? 200 : 400, 499);
        Assert.InRange(Stored, 1, method == "get" ? 2 : 1);
    }

    private int Stored => newsroom.Services.GetRequiredService<PageStore>().Count;
}

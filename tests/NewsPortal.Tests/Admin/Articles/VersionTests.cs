using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Articles;

/// <summary>Keeping, comparing and bringing back versions; reading a draft by link.</summary>
public sealed class VersionTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    [Fact]
    public async Task A_version_is_kept_named_compared_and_brought_back_and_the_live_page_stays()
    {
        var (ada, address) = await StoryAsync();
        await ChangeAsync(copy => copy with { Headline = "A bridge <b>closes</b>", Body = "It is the fifth bridge.\n\nIt is the longest." });
        await ada.PostAsync($"{address}/revisions", ("Name", "Before the lawyer"), ("Note", "Still with the figure"));
        Assert.Contains("Before the lawyer", (await ada.ReadAsync($"{address}/revisions")).Texts("tbody tr")[0], StringComparison.Ordinal);

        var compared = await ada.ReadAsync($"{address}/revisions/comparison?from=1&to=2");
        Assert.Equal(["Headline", "Text"], compared.Texts("section h2"));
        Assert.Contains("[taken out:] opens [end]", compared.Texts("del"));
        Assert.Null(compared.QuerySelector(".diff b"));

        await ada.PostAsync($"{address}/revisions/1/restoration");
        var article = await newsroom.WithDbAsync(db => db.Articles.Include(a => a.Draft).Include(a => a.Revisions).SingleAsync());
        Assert.Equal(("A bridge opens", "A bridge opens", 3), (article.Headline, article.Draft.Copy.Headline, article.Revisions.Count));
        await ada.PostAsync($"{address}/revisions/2/name", ("Name", ""));
        Assert.DoesNotContain("Before the lawyer", (await ada.ReadAsync($"{address}/revisions")).Texts("tbody tr")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_version_holds_becomes_one_before_another_comes_back()
    {
        var (ada, address) = await StoryAsync();
        await ChangeAsync(copy => copy with { Headline = "Never kept" });
        await ada.PostAsync($"{address}/revisions/1/restoration");
        var revisions = await newsroom.WithDbAsync(db => db.Revisions.OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(["A bridge opens", "Never kept", "A bridge opens"], revisions.ConvertAll(r => r.Copy.Headline));
    }

    [Fact]
    public async Task A_preview_link_opens_the_draft_to_a_stranger_until_it_runs_out()
    {
        var (ada, address) = await StoryAsync();
        await ChangeAsync(copy => copy with { Headline = "Not yet for readers" });
        var path = await LinkAsync(ada, address);
        using var reader = newsroom.Reader();
        var answer = await reader.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("noindex, nofollow, noarchive", string.Join(", ", answer.Headers.GetValues("X-Robots-Tag")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = Html.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("Not yet for readers", "noindex"), (page.QuerySelector("h1")!.TextContent, page.QuerySelector("meta[name=robots]")!.GetAttribute("content")));
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_revoked_link_and_a_link_to_an_embargoed_story_open_nothing()
    {
        var (ada, address) = await StoryAsync();
        using var reader = newsroom.Reader();
        var path = await LinkAsync(ada, address);
        await ChangeAsync(copy => copy with { EmbargoUtc = newsroom.Now.AddHours(1) });
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        var revoke = (await ada.ReadAsync($"{address}/preview-links")).QuerySelector("form[action$=revocation]")!.GetAttribute("action")!;
        await ada.PostAsync(revoke);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/preview/0123456789", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_database_does_not_know_the_token()
    {
        var (ada, address) = await StoryAsync();
        var token = (await LinkAsync(ada, address))["/preview/".Length..];
        var link = await newsroom.WithDbAsync(db => db.PreviewLinks.SingleAsync());
        Assert.Equal((43, false), (token.Length, link.TokenHash.Contains(token, StringComparison.OrdinalIgnoreCase)));
    }

    public void Dispose() => newsroom.Dispose();

    private static async Task<string> LinkAsync(Colleague who, string address)
    {
        var made = await who.PostAsync($"{address}/preview-links", ("days", "1"));
        var page = Html.Parse(await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new Uri(page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
    }

    private async Task<(Colleague Who, string Address)> StoryAsync()
    {
        var article = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        return (await newsroom.ColleagueAsync(Role.Editor, "Ada Quill"), $"/admin/articles/{EditorTests.Text(article.Id)}");
    }

    private async Task ChangeAsync(Func<Copy, Copy> change)
    {
        var id = await newsroom.WithDbAsync(db => db.Articles.Select(a => a.Id).SingleAsync());
        await newsroom.ChangeAsync(id, article => article.Draft.Save(change(article.Draft.Copy), Some.Body("It is."), Signature.OfProcess("Test"), newsroom.Now));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>"Add a Comment" in a browser without script.</summary>
public sealed class PostingTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Every_story_has_the_form_and_what_was_sent_comes_back_to_it_awaiting_approval()
    {
        var (story, address) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        var form = (await reader.Browser.PageAsync(address)).QuerySelector("form[action='/comments']")!;
        Assert.Equal(["articleId", "parentId", "name", "email", "body", "website"], form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")));
        Assert.Equal(Correspondent.Number(story), form.QuerySelector("[name=articleId]")!.GetAttribute("value"));

        using var answer = await reader.PostAsync(story, "Is there a *ramp*?");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(address, answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var own = (await reader.FollowAsync(answer)).QuerySelector(".comment[data-state=pending]")!;
        Assert.Contains("Your comment awaits approval.", own.TextContent, StringComparison.Ordinal);
        Assert.Equal("<p>Is there a <em>ramp</em>?</p>", own.QuerySelector(".said")!.InnerHtml);
        Assert.EndsWith("#" + own.Id, answer.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_it_and_the_stored_page_is_the_same_for_its_writer()
    {
        var (story, address) = await StoryAsync();
        using var writer = new Correspondent(newsroom);
        using var answer = await writer.PostAsync(story, "Quillwort.");
        using var other = new Correspondent(newsroom);
        Assert.Null((await writer.Browser.PageAsync(address)).QuerySelector(".comment"));
        Assert.Single((await writer.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelectorAll(".comment"));
        Assert.Empty((await other.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelectorAll(".comment"));
        using var sent = await other.Browser.GetAsync($"{address}/mine");
        Assert.Equal(address, sent.Headers.Location!.ToString());
        using var private1 = await writer.Browser.GetAsync($"{address}/mine");
        Assert.True(private1.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("name", "", "Give a name")]
    [InlineData("name", "Oyku\u202Eykr", "U+202E")]
    [InlineData("email", "oyku@", "no e-mail address")]
    [InlineData("email", "oyku@localhost", "no e-mail address")]
    [InlineData("body", "  \n ", "Write your comment first")]
    [InlineData("body", "A \u0007 bell", "U+0007")]
    [InlineData("body", "www.a www.b www.c www.d www.e www.f www.g www.h www.i www.j www.k", "too many links")]
    public async Task A_fault_stands_beside_its_field_and_what_was_typed_is_kept(string field, string typed, string told)
    {
        var (story, _) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        using var answer = await reader.PostAsync(story, "A long thought.", ("email", "oyku@post.example"), (field, typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = Html.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(told, page.QuerySelector($"#c-{field}-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector($"#c-{field}")!.GetAttribute("aria-invalid"));
        Assert.Contains(told, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(field == "body" ? typed.Trim() : "A long thought.", page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("a", CommentCopy.MostCharacters + 1)]
    [InlineData("https://a.example ", 1000)]
    public async Task What_is_too_long_is_refused_and_kept(string part, int times)
    {
        var (story, _) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        var body = string.Concat(Enumerable.Repeat(part, times)).Trim();
        using var answer = await reader.PostAsync(story, body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(body, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Where_a_comment_cannot_be_it_says_so_and_keeps_the_text()
    {
        var (story, _) = await StoryAsync();
        var (other, _) = await StoryAsync("Another story");
        var (gone, _) = await StoryAsync("A story that goes");
        await newsroom.ChangeAsync(gone, article => article.Withdraw(Some.Ada, "It was not so.", newsroom.Now));
        var foreign = (await newsroom.CommentAsync(other)).Id;
        var hidden = (await newsroom.CommentAsync(story, state: CommentState.Pending)).Id;
        using var reader = new Correspondent(newsroom);
        foreach (var (to, parent, status) in new[]
        {
            (story, $"{foreign}", HttpStatusCode.Conflict), (story, $"{hidden}", HttpStatusCode.Conflict), (story, "99999", HttpStatusCode.Conflict),
            (story, "1x", HttpStatusCode.Conflict), (gone, "", HttpStatusCode.Gone), (99_999, "", HttpStatusCode.NotFound),
        })
        {
            using var answer = await reader.PostAsync(to, "Kept words.", ("parentId", parent));
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("Kept words.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_story_closes_by_itself_and_its_stored_page_with_it()
    {
        using var closing = new Newsroom(("Comments:CloseAfterDays", "3"));
        var story = await closing.PublishAsync(Some.CopyFor(await closing.SectionAsync()));
        await closing.CommentAsync(story.Id);
        var address = $"/world/a-bridge-opens-{story.Id}";
        using var reader = new Correspondent(closing);
        Assert.NotNull((await reader.Browser.PageAsync(address)).QuerySelector("#reply"));
        closing.Clock.Advance(TimeSpan.FromDays(3));
        await Eventually.IsAsync(async () => (await reader.Browser.PageAsync(address)).QuerySelector("#reply") is null);
        using var answer = await reader.PostAsync(story.Id);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_comment()
    {
        var (story, _) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        using var first = await reader.PostAsync(story);
        using var again = await reader.PostAsync(story);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Nobody_becomes_the_writer_of_what_they_repeat()
    {
        var (story, _) = await StoryAsync();
        using var writer = new Correspondent(newsroom);
        (await writer.PostAsync(story, "The gate is open.")).EnsureSeeOther();
        using var stranger = new Correspondent(newsroom);
        using var copied = await stranger.PostAsync(story, "The gate is open.");
        Assert.False(copied.Headers.Contains("Set-Cookie"));
        Assert.Empty((await stranger.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelectorAll(".comment"));
        Assert.Equal(1, await CountAsync());

        (await stranger.PostAsync(story, "My own words.")).EnsureSeeOther();
        (await stranger.PostAsync(story, "The gate is open.")).EnsureSeeOther();
        Assert.Equal(2, (await stranger.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelectorAll(".comment").Length);
        Assert.Single((await writer.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelectorAll(".comment"));
    }

    [Theory]
    [InlineData("a.@example.com", 1)]
    [InlineData("\u6f22@x.example", 240)]
    public async Task An_address_that_no_letter_can_go_to_is_refused_in_words(string email, int times)
    {
        var (story, _) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        using var answer = await reader.PostAsync(story, "Kept words.", ("email", new string(email[0], times) + email[1..]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Kept words.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_waits_with_its_words_and_ends_by_itself()
    {
        var (story, _) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        for (var number = 0; number < Admission.MostPerSpan; number++)
        {
            (await reader.PostAsync(story, $"Remark {number}")).EnsureSeeOther();
        }

        using var flood = await reader.PostAsync(story, "One more.");
        Assert.Equal(HttpStatusCode.TooManyRequests, flood.StatusCode);
        Assert.Equal(Admission.Span, flood.Headers.RetryAfter!.Delta);
        Assert.Contains("One more.", await flood.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        newsroom.Clock.Advance(Admission.Span);
        (await reader.PostAsync(story, "One more.")).EnsureSeeOther();
    }

    [Fact]
    public async Task A_comment_from_another_site_or_with_a_forged_cookie_is_nobodys()
    {
        var (story, address) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        (await reader.PostAsync(story)).EnsureSeeOther();
        using var forger = new Correspondent(newsroom);
        forger.Browser.DefaultRequestHeaders.Add("Cookie", "newsportal.commenter=CfDJ8forged");
        Assert.Empty((await forger.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelectorAll(".comment"));
        forger.Browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        forger.Browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await forger.PostAsync(story);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_known_is_published_at_once_where_the_paper_reads_afterwards_and_what_is_odd_waits()
    {
        using var open = new Newsroom(("Comments:Mode", "PostModerated"), ("Comments:LeastSeconds", "0"), ("Comments:WorkBits", "4"));
        var story = await open.PublishAsync(Some.CopyFor(await open.SectionAsync()));
        using var reader = new Correspondent(open) { HasScript = true };
        (await reader.PostAsync(story.Id, "The first.")).EnsureSeeOther();
        var first = await open.WithDbAsync(db => db.Comments.Include(c => c.Holds).SingleAsync());
        Assert.Equal((CommentState.Pending, HoldKind.FirstComments), (first.State, Assert.Single(first.Holds).Kind));
        await open.WithDbAsync(async db =>
        {
            (await db.Comments.SingleAsync()).Decide(new Ruling(CommentState.Approved), Some.Ada, open.Now);
            return await db.SaveChangesAsync();
        });
        (await reader.PostAsync(story.Id, "The second.")).EnsureSeeOther();
        (await reader.PostAsync(story.Id, "See http://a.example http://b.example http://c.example")).EnsureSeeOther();
        (await reader.PostAsync(story.Id, "Cheap watches.", ("website", "http://spam.example"))).EnsureSeeOther();
        var states = await open.WithDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync());
        Assert.Equal([CommentState.Approved, CommentState.Approved, CommentState.Pending, CommentState.Pending], states);
        Assert.Equal([HoldKind.FirstComments, HoldKind.TooManyLinks, HoldKind.Honeypot], await open.WithDbAsync(db => db.Holds.OrderBy(h => h.Id).Select(h => h.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Who_is_banned_is_told_why_and_until_when()
    {
        var (story, _) = await StoryAsync();
        using var reader = new Correspondent(newsroom);
        (await reader.PostAsync(story)).EnsureSeeOther();
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Ban.Impose(await db.Comments.SingleAsync(), BanKind.Writer, "Insults, three times.", newsroom.Now.AddDays(1), Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        using var answer = await reader.PostAsync(story, "But why?");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Insults, three times.", page, StringComparison.Ordinal);
        Assert.Contains("But why?", page, StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        (await reader.PostAsync(story, "But why?")).EnsureSeeOther();
    }

    [Fact]
    public async Task A_comment_that_waits_makes_no_page_old()
    {
        var (story, _) = await StoryAsync();
        var before = await newsroom.WithDbAsync(db => db.Changes.CountAsync());
        using var reader = new Correspondent(newsroom);
        (await reader.PostAsync(story)).EnsureSeeOther();
        Assert.Equal(before, await newsroom.WithDbAsync(db => db.Changes.CountAsync()));
    }

    private async Task<(int Story, string Address)> StoryAsync(string headline = "A bridge opens")
    {
        var section = await newsroom.WithDbAsync(db => db.Sections.FirstOrDefaultAsync()) ?? await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(section, headline));
        return (story.Id, StoryAddress.Of(section.Slug, story.Slug, story.Id));
    }

    private Task<int> CountAsync() => newsroom.WithDbAsync(db => db.Comments.CountAsync());
}

using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>What a reader who joined writes is theirs in every browser; where only members write, nobody else does.</summary>
public sealed class MembersTests : IDisposable
{
    private const string Email = "quill@example.org";
    private readonly Newsroom newsroom = new();
    private readonly Correspondent reader;

    public MembersTests() => reader = new Correspondent(newsroom) { HasScript = true };

    public void Dispose()
    {
        reader.Dispose();
        newsroom.Dispose();
    }

    [Fact]
    public async Task A_stranger_is_told_the_way_in_and_keeps_their_words_where_members_write()
    {
        var (story, address) = await StoryAsync(CommentsMode.MembersOnly);
        var shown = (await reader.Browser.PageAsync(address)).QuerySelector("[data-members]")!;
        Assert.NotNull(shown.QuerySelector("a[href='/account/join']"));
        Assert.NotNull(shown.QuerySelector($"a[href='/account/sign-in?returnUrl={Uri.EscapeDataString(address + "#reply")}']"));

        using var refused = await reader.PostAsync(story, "Words worth keeping.");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = await Html.ReadAsync(refused);
        Assert.Equal("Words worth keeping.", page.QuerySelector("textarea")!.TextContent);
        Assert.Contains("Only members", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_members_first_comment_waits_and_one_with_a_history_is_shown_at_once()
    {
        var (story, address) = await StoryAsync(CommentsMode.MembersOnly);
        var before = await reader.Browser.GetStringAsync(address);
        await JoinAsync();
        (await reader.PostAsync(story, "The first of mine.")).EnsureSeeOther();
        var first = await newsroom.WithDbAsync(db => db.Comments.AsNoTracking().SingleAsync());
        Assert.Equal(CommentState.Pending, first.State);
        Assert.Equal(before, await reader.Browser.GetStringAsync(address));
        Assert.Null((await reader.Browser.PageAsync(address + "/mine")).QuerySelector("[data-members]"));
        Assert.Equal("Quill", (await reader.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelector("[data-mine]")!.GetAttribute("data-member"));

        await DecideAsync(first.Id, CommentState.Approved);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        var stamp = await reader.StampAsync();
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        (await reader.PostAsync(story, "Something else altogether, about the ferries.", stamp)).EnsureSeeOther();
        Assert.Equal(CommentState.Approved, await newsroom.WithDbAsync(db => db.Comments.OrderByDescending(c => c.Id).Select(c => c.State).FirstAsync()));
    }

    [Fact]
    public async Task Somebody_of_the_paper_is_a_member_too()
    {
        var (story, _) = await StoryAsync(CommentsMode.MembersOnly);
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        (await editor.PostAsync("/comments", ("articleId", Correspondent.Number(story)), ("name", "Bo"), ("body", "From the desk."))).EnsureSeeOther();
        Assert.Null(await newsroom.WithDbAsync(db => db.Commenters.Select(c => c.AccountId).SingleAsync()));
    }

    [Fact]
    public async Task What_was_written_before_joining_is_taken_along_and_no_browser_alone_shows_it()
    {
        var (story, _) = await StoryAsync();
        using var posted = await reader.PostAsync(story, "Written before.");
        using var copied = newsroom.Reader();
        copied.DefaultRequestHeaders.Add("Cookie", posted.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        Assert.Equal(["Written before."], (await copied.PageAsync("/comments/me")).Texts(".said"));
        await JoinAsync();
        Assert.Equal(["Written before."], (await reader.Browser.PageAsync("/comments/me")).Texts(".said"));
        using var elsewhere = newsroom.Stranger();
        (await Newsroom.EnterAsync(elsewhere, Email, Colleague.Password)).EnsureSeeOther();
        Assert.Equal(["Written before."], (await elsewhere.PageAsync("/comments/me")).Texts(".said"));

        await reader.SendAsync("/account/sign-out");
        Assert.Empty((await reader.Browser.PageAsync("/comments/me")).Texts(".said"));
        Assert.Empty((await copied.PageAsync("/comments/me")).Texts(".said"));
    }

    [Fact]
    public async Task A_second_browsers_history_is_added_to_the_account_with_its_counts_and_its_bans()
    {
        var (story, _) = await StoryAsync();
        await JoinAsync();
        (await reader.PostAsync(story, "Of the account.")).EnsureSeeOther();
        using var second = new Correspondent(newsroom);
        (await second.PostAsync(story, "Of the second browser.")).EnsureSeeOther();
        var theirs = await newsroom.WithDbAsync(db => db.Comments.AsNoTracking().OrderByDescending(c => c.Id).FirstAsync());
        await DecideAsync(theirs.Id, CommentState.Rejected);
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Ban.Impose(await db.Comments.SingleAsync(c => c.Id == theirs.Id), BanKind.Writer, "Threats.", newsroom.Now.AddDays(1), Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        (await Newsroom.EnterAsync(second.Browser, Email, Colleague.Password)).EnsureSeeOther();

        var one = await newsroom.WithDbAsync(db => db.Commenters.AsNoTracking().SingleAsync());
        Assert.Equal(1, one.Rejected);
        Assert.Equal(theirs.PostedUtc, one.LastRejectedUtc);
        Assert.Equal([one.Id, one.Id], await newsroom.WithDbAsync(db => db.Comments.Select(c => c.CommenterId!.Value).ToListAsync()));
        Assert.Contains("Another reason", (await reader.Browser.PageAsync("/comments/me")).QuerySelector(".note--bad")!.TextContent, StringComparison.Ordinal);
        using var banned = await reader.PostAsync(story, "And again.");
        Assert.Equal(HttpStatusCode.Forbidden, banned.StatusCode);
    }

    [Fact]
    public async Task What_belongs_to_one_account_is_not_taken_by_another_in_the_same_browser()
    {
        var (story, _) = await StoryAsync();
        (await reader.PostAsync(story, "Of the first reader.")).EnsureSeeOther();
        var cookie = await newsroom.WithDbAsync(db => db.Commenters.Select(c => c.Id).SingleAsync());
        await JoinAsync();
        await newsroom.JoinAsync("Second", "second@example.org");
        await reader.SendAsync("/account/sign-out");
        (await Newsroom.EnterAsync(reader.Browser, "second@example.org", Colleague.Password)).EnsureSeeOther();
        Assert.Empty((await reader.Browser.PageAsync("/comments/me")).Texts(".said"));
        Assert.Equal(cookie, await newsroom.WithDbAsync(db => db.Commenters.Select(c => c.Id).SingleAsync()));
    }

    [Fact]
    public async Task A_reader_whose_address_is_banned_does_not_write_with_the_account()
    {
        var (story, _) = await StoryAsync();
        (await reader.PostAsync(story, "With an address.", ("email", Email))).EnsureSeeOther();
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Ban.Impose(await db.Comments.SingleAsync(), BanKind.Email, "Threats.", newsroom.Now.AddDays(1), Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        await newsroom.JoinAsync("Quill", Email);
        using var elsewhere = new Correspondent(newsroom);
        (await Newsroom.EnterAsync(elsewhere.Browser, Email, Colleague.Password)).EnsureSeeOther();
        using var refused = await elsewhere.PostAsync(story, "With the account.");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Own_comments_are_walked_by_place_over_all_stories_newest_first()
    {
        var (story, _) = await StoryAsync();
        await JoinAsync();
        (await reader.PostAsync(story, "The newest.")).EnsureSeeOther();
        await newsroom.WithDbAsync(async db =>
        {
            var (article, me) = (await db.Articles.SingleAsync(), await db.Commenters.SingleAsync());
            db.AddRange(Enumerable.Range(1, 55).Select(number => Comment.Post(
                article, null, new Speaker("Quill") { Commenter = me }, string.Create(CultureInfo.InvariantCulture, $"Number {number}."), new RenderedComment("<p></p>", 1), newsroom.Now.AddMinutes(-number))));
            return await db.SaveChangesAsync();
        });
        var page = await reader.Browser.PageAsync("/comments/me");
        Assert.Equal("The newest.", page.Texts(".said")[0]);
        Assert.Equal("Awaits approval", page.QuerySelector(".comment header b")!.TextContent);
        var rest = await reader.Browser.PageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(56, page.Texts(".said").Concat(rest.Texts(".said")).Distinct().Count());
        (await reader.SendAsync(page.QuerySelector("form.act")!.GetAttribute("action")!)).EnsureSeeOther();
        Assert.Equal("Withdrawn", (await reader.Browser.PageAsync("/comments/me")).QuerySelector(".comment header b")!.TextContent);
    }

    [Fact]
    public async Task Erasing_takes_the_comments_and_the_account_together()
    {
        var (story, _) = await StoryAsync();
        await JoinAsync();
        (await reader.PostAsync(story, "Of the account.")).EnsureSeeOther();
        using var erased = await reader.SendAsync("/comments/me/erasure", ("sure", "true"));
        Assert.Equal(HttpStatusCode.OK, erased.StatusCode);
        Assert.Equal((0, 0, ""), await newsroom.WithDbAsync(async db => (await db.Accounts.CountAsync(), await db.Commenters.CountAsync(), await db.Comments.Select(c => c.Body).SingleAsync())));
    }

    private async Task JoinAsync()
    {
        await newsroom.JoinAsync("Quill", Email);
        (await Newsroom.EnterAsync(reader.Browser, Email, Colleague.Password)).EnsureSeeOther();
    }

    private async Task<(int Id, string Address)> StoryAsync(CommentsMode mode = CommentsMode.Inherit)
    {
        var world = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(world) with { CommentsMode = mode });
        return (story.Id, StoryAddress.Of(world.Slug, story.Slug, story.Id));
    }

    private Task<int> DecideAsync(int id, CommentState verdict) => newsroom.WithDbAsync(async db =>
    {
        (await db.Comments.Include(c => c.Article).SingleAsync(c => c.Id == id)).Decide(new Ruling(verdict, RejectionReason.Other), Some.Ada, newsroom.Now);
        return await db.SaveChangesAsync();
    });
}

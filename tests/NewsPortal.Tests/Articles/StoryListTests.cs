using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

/// <summary>The list of stories at the desk, and moving several at once.</summary>
public sealed class StoryListTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Contributors_see_their_own_and_editors_what_their_sections_hold()
    {
        var (world, culture) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Culture"));
        using var writer = await newsroom.ColleagueAsync(Role.Contributor);
        using var critic = await newsroom.ColleagueAsync(Role.Editor, null, culture.Id);
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await newsroom.StartAsync(writer, Some.CopyFor(world, "Of the world"));
        await newsroom.StartAsync(editor, Some.CopyFor(culture, "Of culture"));

        Assert.Equal(["Of the world"], await HeadlinesAsync(writer));
        Assert.Equal(["Of culture"], await HeadlinesAsync(critic));
        Assert.Equal(["Of culture", "Of the world"], (await HeadlinesAsync(editor)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_tab_holds_what_it_says()
    {
        var section = await newsroom.SectionAsync();
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await newsroom.StartAsync(editor, Some.CopyFor(section, "Written"));
        var review = await newsroom.StartAsync(editor, Some.CopyFor(section, "Reviewed"));
        await newsroom.ChangeAsync(review, a => a.Draft.HandIn(Some.Ada, newsroom.Now));
        var back = await newsroom.StartAsync(editor, Some.CopyFor(section, "Returned"));
        await newsroom.ChangeAsync(back, a => { a.Draft.HandIn(Some.Ada, newsroom.Now); a.Draft.SendBack(Some.Bo, newsroom.Now, "Why?"); });
        var planned = await newsroom.StartAsync(editor, Some.CopyFor(section, "Planned"));
        await newsroom.MoveAsync(editor, planned, "schedule", ("at", "2026-11-23T12:00"));
        await newsroom.PublishAsync(Some.CopyFor(section, "Printed"));
        var gone = await newsroom.PublishAsync(Some.CopyFor(section, "Gone"));
        await newsroom.ChangeAsync(gone.Id, a => a.Withdraw(Some.Bo, "Wrong.", newsroom.Now));

        Assert.Equal(["Written"], await HeadlinesAsync(editor, "?tab=Drafts"));
        Assert.Equal(["Reviewed"], await HeadlinesAsync(editor, "?tab=ToEdit"));
        Assert.Equal(["Returned"], await HeadlinesAsync(editor, "?tab=SentBack"));
        Assert.Equal(["Planned"], await HeadlinesAsync(editor, "?tab=Scheduled"));
        Assert.Equal(["Printed"], await HeadlinesAsync(editor, "?tab=Published"));
        Assert.Equal(["Gone"], await HeadlinesAsync(editor, "?tab=Withdrawn"));
        Assert.Equal(4, (await HeadlinesAsync(editor, "?tab=Mine")).Count);
    }

    [Theory]
    [InlineData("?q=ISTANBUL", "İstanbul’da fırtına")]
    [InlineData("?q=firtina", "İstanbul’da fırtına")]
    [InlineData("?q=tanbul", null)]
    [InlineData("?q=gate%20clo", "The gate closes")]
    [InlineData("?q=%25", "İstanbul’da fırtına,The gate closes")]
    [InlineData("?since=2026-11-23", null)]
    [InlineData("?since=2026-11-22&author=&section=&tab=All", "İstanbul’da fırtına,The gate closes")]
    [InlineData("?since=garbage&before=garbage&section=x", "İstanbul’da fırtına,The gate closes")]
    public async Task It_is_narrowed_by_the_beginnings_of_words_and_by_the_day_of_the_change(string query, string? found)
    {
        var section = await newsroom.SectionAsync();
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await newsroom.StartAsync(editor, Some.CopyFor(section, "İstanbul’da fırtına"));
        await newsroom.StartAsync(editor, Some.CopyFor(section, "The gate closes"));

        Assert.Equal(found?.Split(',') ?? [], (await HeadlinesAsync(editor, query)).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task It_is_walked_down_and_up_again_by_place()
    {
        var section = await newsroom.SectionAsync();
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        for (var number = 0; number < 120; number++)
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(number % 3));
            await newsroom.StartAsync(editor, Some.CopyFor(section, $"Story {number:000}"));
        }

        var (seen, path) = (new List<string>(), "/admin/articles");
        for (var pages = 0; path is not null && pages < 5; pages++)
        {
            var page = await editor.ReadAsync(path);
            seen.AddRange(page.Texts(".ttl"));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(number => $"Story {number:000}"), seen);
        var last = await editor.ReadAsync((await editor.ReadAsync("/admin/articles")).QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        var up = await editor.ReadAsync(last.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal(seen.Take(50), up.Texts(".ttl"));
    }

    [Fact]
    public async Task Several_are_published_at_once_after_a_look_and_can_be_taken_back_before_a_reader_saw_them()
    {
        var section = await newsroom.SectionAsync();
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var good = await newsroom.StartAsync(editor, Some.CopyFor(section, "Good"));
        var bad = await newsroom.StartAsync(editor, Some.CopyFor(section, "Bad") with { SectionId = null });

        var preview = await PickAsync(editor, "Publish", good, bad);
        Assert.Equal(["–", "A story needs a section before it can be published."], preview.Texts("td:last-child"));

        var list = await ConfirmAsync(editor, "Publish", [], good);
        Assert.Contains("1 story goes out", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Scheduled, (await newsroom.StoryAsync(good)).State);

        var token = list.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        (await editor.PostAsync("/admin/articles/selection/undoing", ("token", token))).EnsureSeeOther();
        var story = await newsroom.StoryAsync(good);
        Assert.Equal((ArticleState.Unpublished, DraftState.Writing, 0), (story.State, story.Draft.State, story.Schedules.Count));
    }

    [Fact]
    public async Task What_is_not_taken_back_goes_out()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync()));
        var list = await ConfirmAsync(editor, "Publish", [], id);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(16));
        await newsroom.WithAsync(services => services.GetRequiredService<DueMoves>().CarryOutAsync(newsroom.Now, default));
        Assert.Equal(ArticleState.Published, (await newsroom.StoryAsync(id)).State);

        var token = list.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        await editor.PostAsync("/admin/articles/selection/undoing", ("token", token));
        Assert.Contains("had moved on already", (await editor.ReadAsync("/admin/articles")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ArticleState.Published, (await newsroom.StoryAsync(id)).State);
    }

    [Fact]
    public async Task Sending_back_and_moving_are_undone_too_with_the_writers_note()
    {
        var (world, culture) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Culture"));
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(world));
        await newsroom.MoveAsync(editor, id, "review", ("note", "Ready."));

        await UndoAsync(editor, await ConfirmAsync(editor, "Return", [("note", "No.")], id));
        var story = await newsroom.StoryAsync(id);
        Assert.Equal((DraftState.InReview, "Ready."), (story.Draft.State, story.Draft.Note));

        var moved = await ConfirmAsync(editor, "Section", [("section", $"{culture.Id}")], id);
        Assert.Equal(culture.Id, (await newsroom.StoryAsync(id)).Draft.SectionId);
        await UndoAsync(editor, moved);
        story = await newsroom.StoryAsync(id);
        Assert.Equal((DraftState.InReview, world.Id, world.Id), (story.Draft.State, story.Draft.SectionId, story.Draft.Copy.SectionId));
    }

    [Fact]
    public async Task Nobody_undoes_what_another_did_nor_a_token_that_was_made_up()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        using var other = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync()));
        var list = await ConfirmAsync(editor, "Publish", [], id);
        await UndoAsync(other, list);
        Assert.Equal(ArticleState.Scheduled, (await newsroom.StoryAsync(id)).State);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.PostAsync("/admin/articles/selection/undoing", ("token", "made-up"))).StatusCode);
    }

    private static async Task<IReadOnlyList<string>> HeadlinesAsync(Colleague who, string query = "")
        => (await who.ReadAsync("/admin/articles" + query)).Texts(".ttl");

    private static async Task UndoAsync(Colleague who, AngleSharp.Dom.IDocument list)
        => (await who.PostAsync("/admin/articles/selection/undoing", ("token", list.QuerySelector("input[name=token]")!.GetAttribute("value")!))).EnsureSeeOther();

    private async Task<(string Name, string Value)[]> PicksAsync(int[] ids)
    {
        var picks = new List<(string, string)>();
        foreach (var id in ids)
        {
            picks.Add(("pick", $"{id}.{(await newsroom.StoryAsync(id)).Draft.Version}"));
        }

        return [.. picks];
    }

    private async Task<AngleSharp.Dom.IDocument> PickAsync(Colleague who, string move, params int[] ids)
        => await Html.ReadAsync(await who.PostAsync("/admin/articles/selection", [("move", move), .. await PicksAsync(ids)]));

    private async Task<AngleSharp.Dom.IDocument> ConfirmAsync(Colleague who, string move, (string Name, string Value)[] fields, params int[] ids)
    {
        (await who.PostAsync("/admin/articles/selection/moves", [("move", move), .. fields, .. await PicksAsync(ids)])).EnsureSeeOther();
        return await who.ReadAsync("/admin/articles");
    }
}

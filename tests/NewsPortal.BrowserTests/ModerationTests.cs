using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;

namespace NewsPortal.BrowserTests;

/// <summary>The moderation desk in a real browser: by keyboard, by thumb, without script.</summary>
public sealed class ModerationTests(PressRoom press)
{
    [Fact]
    public async Task What_was_decided_by_keys_is_undone_by_keys_one_after_the_other()
    {
        var (edition, story, page, log) = await press.OpenModerationAsync(Language.English, 1280, comments: 3);
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator("#just")).ToContainTextAsync(edition.Say("comment.Spam"));
        await page.Keyboard.PressAsync("u");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator("#queue li[data-mark]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync("Comment 1");
        Assert.All(await edition.StatesAsync(story), state => Assert.Equal(CommentState.Pending, state));
        // What came back can be decided again.
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("#just")).ToContainTextAsync("Comment 1");
        Assert.Equal(CommentState.Approved, (await edition.StatesAsync(story))[0]);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task What_arrives_is_offered_and_moves_nothing()
    {
        var (edition, story, page, log) = await press.OpenModerationAsync(Language.English, 1280, comments: 2);
        var before = await page.Locator(".case").BoundingBoxAsync();
        await edition.CommentAsync(story, "One more");
        await Assertions.Expect(page.Locator("#more")).ToContainTextAsync("1", new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("#queue li")).ToHaveCountAsync(2);
        var after = await page.Locator(".case").BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y), (after!.X, after.Y));
        await page.ClickAsync("#more a");
        await Assertions.Expect(page.Locator("#queue li")).ToHaveCountAsync(3);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_colleague_sees_who_reads_and_gets_another_one()
    {
        var (edition, story, page, _) = await press.OpenModerationAsync(Language.English, 1280, comments: 2);
        await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync("Comment 1");
        await using var another = await press.ColleagueAsync(edition, Role.Administrator);
        var desk = await another.NewPageAsync();
        await desk.GotoAsync(page.Url);
        await desk.ModerationReadyAsync();
        await Assertions.Expect(desk.Locator("#queue li").First).ToContainTextAsync(edition.Say("{0} reads this", "").Trim());
        await desk.GotoAsync($"{edition.Url}/admin/comments?story={story}");
        await Assertions.Expect(desk.Locator(".case .said")).ToHaveTextAsync("Comment 2");
    }

    [Fact]
    public async Task By_thumb_on_a_telephone()
    {
        var (edition, story, page, log) = await press.OpenModerationAsync(Language.English, 390, comments: 2);
        await page.Locator("[data-do=approve]").TapAsync();
        await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync("Comment 2");
        await page.Locator("#just button").TapAsync();
        await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync("Comment 1");
        Assert.All(await edition.StatesAsync(story), state => Assert.Equal(CommentState.Pending, state));
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        var small = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main :is(button, .btn, select, summary, #queue a, input:not([type=hidden], [type=checkbox]))')]
              .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < 44).map((part) => part.outerHTML)
            """);
        Assert.Empty(small);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task However_far_down_the_list_what_is_read_is_on_the_screen()
    {
        var (_, _, page, log) = await press.OpenModerationAsync(Language.English, 1280, comments: 14);
        foreach (var _ in Enumerable.Range(1, 13))
        {
            await page.Keyboard.PressAsync("j");
        }

        await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync("Comment 14");
        await Assertions.Expect(page.Locator(".case .said")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("[data-do=approve]")).ToBeInViewportAsync();
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task On_a_telephone_a_comment_that_is_tapped_comes_into_sight_and_so_does_the_way_back()
    {
        var (_, _, page, log) = await press.OpenModerationAsync(Language.English, 390, comments: 4);
        await page.Locator("#queue a").Nth(2).TapAsync();
        await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync("Comment 3");
        await Assertions.Expect(page.Locator(".case .said")).ToBeInViewportAsync();
        await page.Locator("[data-do=approve]").TapAsync();
        await Assertions.Expect(page.Locator("#just button")).ToBeInViewportAsync();
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Who_rejects_with_a_click_is_asked_why()
    {
        var (edition, story, page, log) = await press.OpenModerationAsync(Language.English, 1280, comments: 2);
        await page.ClickAsync("[data-do=reject]");
        await page.ClickAsync("#reasons [value=Falsehood]");
        await Assertions.Expect(page.Locator("#just")).ToContainTextAsync(edition.Say("comment.Rejected"));
        Assert.Equal(RejectionReason.Falsehood, await edition.AskAsync(db => db.Decisions.Where(d => d.Comment!.ArticleId == story).Select(d => d.Reason).SingleAsync()));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Without_script_a_comment_is_rejected_several_are_approved_and_all_is_undone()
    {
        var (edition, story, page, _) = await press.OpenModerationAsync(Language.English, 390, comments: 3, script: false);
        await page.SelectOptionAsync("#why", "Insult");
        await page.ClickAsync("[data-do=reject]");
        await Assertions.Expect(page.Locator(".case .said")).ToHaveTextAsync("Comment 2");
        Assert.Equal(CommentState.Rejected, (await edition.StatesAsync(story))[0]);
        await page.ClickAsync("#just button");
        await Assertions.Expect(page.Locator("#queue li")).ToHaveCountAsync(3);

        foreach (var box in await page.Locator("#queue [name=Pick]").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.ClickAsync("#bulk [value=Approved]");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        Assert.DoesNotContain(CommentState.Approved, await edition.StatesAsync(story));
        await page.ClickAsync("main .btn--main");
        Assert.All(await edition.StatesAsync(story), state => Assert.Equal(CommentState.Approved, state));
        await page.ClickAsync("#just button");
        Assert.All(await edition.StatesAsync(story), state => Assert.Equal(CommentState.Pending, state));
    }

    [Fact]
    public async Task Keys_leave_fields_alone_and_can_be_switched_off()
    {
        var (edition, story, page, log) = await press.OpenModerationAsync(Language.Turkish, 1280, comments: 2);
        await page.FocusAsync("#note");
        await page.Keyboard.TypeAsync("asrjku");
        await Assertions.Expect(page.Locator("#note")).ToHaveValueAsync("asrjku");
        await page.FocusAsync("#queue a");
        await page.Keyboard.PressAsync("?");
        await page.ClickAsync("#keys-on");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("a");
        await page.ReloadAsync();
        await page.ModerationReadyAsync();
        await page.Keyboard.PressAsync("a");
        await page.WaitForTimeoutAsync(500);
        Assert.All(await edition.StatesAsync(story), state => Assert.Equal(CommentState.Pending, state));
        Assert.Empty(log.Errors);
    }
}

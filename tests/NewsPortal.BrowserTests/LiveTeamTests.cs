using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Live;

namespace NewsPortal.BrowserTests;

/// <summary>Several who cover one story live, and what becomes of what they write.</summary>
public sealed class LiveTeamTests(PressRoom press)
{
    [Fact]
    public async Task What_another_sends_is_offered_and_moves_nothing()
    {
        var (edition, story, page, log) = await press.OpenLiveDeskAsync(Language.English, 1280);
        await page.FocusAsync("#words");
        await page.Keyboard.TypeAsync("I am still writing");
        var before = await page.Locator("#words").BoundingBoxAsync();
        await edition.SendAsync(story, "From somebody else.");
        await Assertions.Expect(page.Locator("#more")).ToContainTextAsync("1");
        await edition.SendAsync(story, "And once more.");
        await Assertions.Expect(page.Locator("#more")).ToContainTextAsync("2");
        var after = await page.Locator("#words").BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y, before.Height), (after!.X, after.Y, after.Height));
        await Assertions.Expect(page.Locator("#words")).ToBeFocusedAsync();
        await page.ClickAsync("#more a");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("I am still writing");
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task From_a_reporters_phone_over_the_editors_desk_to_a_story_of_its_own()
    {
        var (edition, story, desk, log) = await press.OpenLiveDeskAsync(Language.English, 1280);
        await using var reporters = await press.ColleagueAsync(edition, Role.Contributor, new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        var phone = await reporters.NewPageAsync();
        await phone.GotoAsync(desk.Url);
        await phone.LiveReadyAsync();
        await phone.FillAsync("#words", "There is a hand of water on the quay.");
        await phone.Locator("#entry .btn--main").TapAsync();
        await Assertions.Expect(phone.Locator(".run [data-s=review]")).ToHaveTextAsync(edition.Say("entry.Waiting"));

        await desk.ReloadAsync();
        await desk.ClickAsync("form[action$=sign-off] button");
        await Assertions.Expect(desk.Locator("form[action$=sign-off]")).ToHaveCountAsync(0);
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("[aria-labelledby=senth] .run")).ToContainTextAsync("There is a hand of water on the quay.");

        await desk.ClickAsync("form[action$=story] button");
        await desk.Locator("html[data-editor=ready]").WaitForAsync();
        await Assertions.Expect(desk.Locator("#body")).ToHaveValueAsync(new Regex(string.Create(CultureInfo.InvariantCulture, $@"^There is a hand of water on the quay\.\s+\[.+\]\(.+-{story}\?entry=")));
        Assert.NotNull(Assert.Single(await edition.EntriesAsync(story)).StoryId);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_coverage_is_closed_with_what_happened_and_goes_on_when_it_was_too_early()
    {
        var (edition, story, page, log) = await press.OpenLiveDeskAsync(Language.English, 1280);
        await page.ClickAsync("[formaction$=closing]");
        await Assertions.Expect(page.Locator("[role=alert]:not([hidden])")).ToContainTextAsync(edition.Say("Closing leaves a summary: say in a few lines what happened."));
        await page.FillAsync("#points", "- The gate held.");
        await page.ClickAsync("[formaction$=closing]");
        await Assertions.Expect(page.Locator("#entry")).ToHaveCountAsync(0);
        await page.ClickAsync("[formaction$=reopening]");
        await Assertions.Expect(page.Locator("#entry")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#points")).ToHaveValueAsync("- The gate held.");
        Assert.Null(await edition.AskAsync(db => db.Coverages.Where(c => c.ArticleId == story).Select(c => c.ClosedUtc).SingleAsync()));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Without_script_an_update_is_sent_deleted_and_brought_back()
    {
        var (edition, story, page, _) = await press.OpenLiveDeskAsync(Language.English, 390, script: false);
        await page.FillAsync("#words", "Sent by a plain form.");
        await page.ClickAsync("#entry .btn--main");
        await page.ClickAsync(".run form[action$=deletion] button");
        Assert.Equal(EntryState.Deleted, Assert.Single(await edition.EntriesAsync(story)).State);
        await page.ClickAsync(".run form[action$=restoration] button");
        Assert.Equal(EntryState.OnAir, Assert.Single(await edition.EntriesAsync(story)).State);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Live;
using NewsPortal.Media;

namespace NewsPortal.BrowserTests;

/// <summary>Updates written at the desk while something happens: with a thumb, with the keys, without connection and without scripts.</summary>
public sealed class LiveDeskTests(PressRoom press)
{
    private const int Thumb = 44;

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Turkish)]
    public async Task On_a_phone_an_update_takes_one_field_and_one_button_and_neither_is_looked_for(Language language)
    {
        var (edition, story, page, log) = await OpenAsync(language, 390);
        await Assertions.Expect(page.Locator("#words")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator("#words").TapAsync();
        await page.Keyboard.TypeAsync("The gate is shut.");
        var send = page.Locator("#entry .btn--main");
        await Assertions.Expect(send).ToBeInViewportAsync(new() { Ratio = 1 });
        await send.TapAsync();
        await Assertions.Expect(page.Locator(".run")).ToContainTextAsync("The gate is shut.");
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("#kept")).ToBeHiddenAsync();
        Assert.Equal(EntryState.OnAir, Assert.Single(await EntriesAsync(edition, story)).State);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Everything_is_large_enough_for_a_thumb()
    {
        var (edition, story, page, _) = await OpenAsync(Language.English, 390);
        await edition.SendAsync(story, "The gate is shut.");
        await page.ReloadAsync();
        await ReadyAsync(page);
        await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
        var small = await page.EvaluateAsync<string[]>("""
            (thumb) => [...document.querySelectorAll('main :is(button, .btn, select, textarea, summary, input:not([type=hidden], [type=checkbox]))')]
              .filter((part) => part.checkVisibility() && part.getBoundingClientRect().height < thumb).map((part) => part.outerHTML)
            """, Thumb);
        Assert.Empty(small);
    }

    [Fact]
    public async Task Ctrl_and_Enter_send_once()
    {
        var (edition, story, page, log) = await OpenAsync(Language.English, 1280);
        await page.FillAsync("#words", "A crane has fallen into the harbour.");
        await page.FocusAsync("#words");
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.UpAsync("Control");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(1);
        Assert.Single(await EntriesAsync(edition, story));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task What_was_not_sent_is_there_again_until_it_is_sent_or_discarded()
    {
        var (edition, story, page, log) = await OpenAsync(Language.English, 1280);
        await page.FillAsync("#words", "Half a sentence");
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Assertions.Expect(page.Locator("#kept")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("Half a sentence");
        await page.ClickAsync("#entry .btn--main");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(1);

        await page.FillAsync("#words", "Better not");
        await page.ReloadAsync();
        await page.ClickAsync("#kept button");
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await ReadyAsync(page);
        await Assertions.Expect(page.Locator("#kept")).ToBeHiddenAsync();
        Assert.Single(await EntriesAsync(edition, story));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Words_of_an_edit_that_was_not_saved_are_kept_too()
    {
        var (edition, story, page, _) = await OpenAsync(Language.English, 1280);
        await edition.SendAsync(story, "One line.\n\nAnother line.");
        await page.ReloadAsync();
        await page.ClickAsync(".run a.btn");
        await page.WaitForURLAsync("**/entries/*");
        await ReadyAsync(page);
        await Assertions.Expect(page.Locator("#kept")).ToBeHiddenAsync();
        await page.FillAsync("#words", "One line.\n\nA better line.");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("One line.\n\nA better line.");
        await page.Locator("#words").PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".run")).ToContainTextAsync("A better line.");
        Assert.NotNull(Assert.Single(await EntriesAsync(edition, story)).EditedUtc);
    }

    [Fact]
    public async Task Without_connection_the_text_stays_and_goes_out_when_there_is_one()
    {
        var (edition, story, page, _) = await OpenAsync(Language.English, 390);
        await page.FillAsync("#words", "The bridge is closed.");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#entry .btn--main").TapAsync();
        await Assertions.Expect(page.Locator("#unsent")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("The bridge is closed.");
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#entry .btn--main").TapAsync();
        await Assertions.Expect(page.Locator(".run")).ToContainTextAsync("The bridge is closed.");
        Assert.Single(await EntriesAsync(edition, story));
    }

    [Fact]
    public async Task What_another_sends_is_offered_and_moves_nothing()
    {
        var (edition, story, page, log) = await OpenAsync(Language.English, 1280);
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

    [Theory]
    [InlineData("paste", "clipboardData")]
    [InlineData("drop", "dataTransfer")]
    public async Task A_picture_that_is_pasted_or_dropped_goes_out_with_its_words(string happening, string carrier)
    {
        var (edition, story, page, log) = await OpenAsync(Language.English, 1280);
        await page.FillAsync("#words", "This is what it looks like.");
        await page.Locator("#words").EvaluateAsync("""
            async (field, { happening, carrier }) => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 });
              canvas.getContext('2d').fillRect(0, 0, 320, 100);
              const made = await new Promise((done) => { canvas.toBlob(done, 'image/png'); });
              const carried = new DataTransfer();
              carried.items.add(new File([made], 'gate.png', { type: 'image/png' }));
              const Kind = happening === 'paste' ? ClipboardEvent : DragEvent;
              field.dispatchEvent(new Kind(happening, { bubbles: true, cancelable: true, [carrier]: carried }));
            }
            """, new { happening, carrier });
        await Assertions.Expect(page.Locator("#cap")).ToBeFocusedAsync();
        await page.FillAsync("#cap", "The gate, half shut");
        await page.FillAsync("#alt", "A black box above a white one");
        await page.ClickAsync("#entry .btn--main");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(1);
        var entry = Assert.Single(await EntriesAsync(edition, story));
        Assert.Contains("alt=\"A black box above a white one\"", entry.Html, StringComparison.Ordinal);
        Assert.Contains("The gate, half shut", entry.Html, StringComparison.Ordinal);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_refused_before_it_is_sent()
    {
        var (edition, story, page, _) = await OpenAsync(Language.English, 1280);
        await page.FillAsync("#words", "This is what it looks like.");
        await page.EvaluateAsync("document.getElementById('picture').open = true");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "gate.jpg", MimeType = "image/jpeg", Buffer = new byte[PhotoStore.MostBytes + 1] });
        await page.ClickAsync("#entry .btn--main");
        Assert.Equal(edition.Say("This picture is larger than 30 MB. Send a smaller one."), await page.Locator("#file").EvaluateAsync<string>("(file) => file.validationMessage"));
        Assert.Empty(await EntriesAsync(edition, story));
        await page.Locator("#file").SetInputFilesAsync([]);
        await page.ClickAsync("#entry .btn--main");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task From_a_reporters_phone_over_the_editors_desk_to_a_story_of_its_own()
    {
        var (edition, story, desk, log) = await OpenAsync(Language.English, 1280);
        await using var reporters = await press.ColleagueAsync(edition, Role.Contributor, new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        var phone = await reporters.NewPageAsync();
        await phone.GotoAsync(desk.Url);
        await ReadyAsync(phone);
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
        Assert.NotNull(Assert.Single(await EntriesAsync(edition, story)).StoryId);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_coverage_is_closed_with_what_happened_and_goes_on_when_it_was_too_early()
    {
        var (edition, story, page, log) = await OpenAsync(Language.English, 1280);
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
        var (edition, story, page, _) = await OpenAsync(Language.English, 390, script: false);
        await page.FillAsync("#words", "Sent by a plain form.");
        await page.ClickAsync("#entry .btn--main");
        await page.ClickAsync(".run form[action$=deletion] button");
        Assert.Equal(EntryState.Deleted, Assert.Single(await EntriesAsync(edition, story)).State);
        await page.ClickAsync(".run form[action$=restoration] button");
        Assert.Equal(EntryState.OnAir, Assert.Single(await EntriesAsync(edition, story)).State);
    }

    private async Task<(Edition Edition, int Story, IPage Page, PageLog Log)> OpenAsync(Language language, int width, bool script = true)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.GoLiveAsync("A bridge is covered live");
        var browser = await press.ColleagueAsync(edition, Role.Editor, new()
        {
            ViewportSize = new() { Width = width, Height = 844 },
            HasTouch = width < 500,
            IsMobile = width < 500,
            JavaScriptEnabled = script,
        });
        var page = await browser.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"{edition.Url}/admin/articles/{story}/live"));
        if (script)
        {
            await ReadyAsync(page);
        }

        return (edition, story, page, log);
    }

    private static Task ReadyAsync(IPage page) => page.Locator("html[data-live=ready]").WaitForAsync();

    private static Task<List<Entry>> EntriesAsync(Edition edition, int story)
        => edition.AskAsync(db => db.Entries.AsNoTracking().Where(e => e.ArticleId == story).OrderBy(e => e.Id).ToListAsync());
}

using NewsPortal.Live;
using NewsPortal.Media;

namespace NewsPortal.BrowserTests;

/// <summary>Updates written at the desk while something happens: with a thumb, with the keys, and without connection.</summary>
public sealed class LiveDeskTests(PressRoom press)
{
    private const int Thumb = 44;

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Turkish)]
    public async Task On_a_phone_an_update_takes_one_field_and_one_button_and_neither_is_looked_for(Language language)
    {
        var (edition, story, page, log) = await press.OpenLiveDeskAsync(language, 390);
        await Assertions.Expect(page.Locator("#words")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator("#words").TapAsync();
        await page.Keyboard.TypeAsync("The gate is shut.");
        var send = page.Locator("#entry .btn--main");
        await Assertions.Expect(send).ToBeInViewportAsync(new() { Ratio = 1 });
        await send.TapAsync();
        await Assertions.Expect(page.Locator(".run")).ToContainTextAsync("The gate is shut.");
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("#kept")).ToBeHiddenAsync();
        Assert.Equal(EntryState.OnAir, Assert.Single(await edition.EntriesAsync(story)).State);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Everything_is_large_enough_for_a_thumb()
    {
        var (edition, story, page, _) = await press.OpenLiveDeskAsync(Language.English, 390);
        await edition.SendAsync(story, "The gate is shut.");
        await page.ReloadAsync();
        await page.LiveReadyAsync();
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
        var (edition, story, page, log) = await press.OpenLiveDeskAsync(Language.English, 1280);
        await page.FillAsync("#words", "A crane has fallen into the harbour.");
        await page.FocusAsync("#words");
        await page.Keyboard.DownAsync("Control");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.UpAsync("Control");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(1);
        Assert.Single(await edition.EntriesAsync(story));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task What_was_not_sent_is_there_again_until_it_is_sent_or_discarded()
    {
        var (edition, story, page, log) = await press.OpenLiveDeskAsync(Language.English, 1280);
        await page.FillAsync("#words", "Half a sentence");
        await page.ReloadAsync();
        await page.LiveReadyAsync();
        await Assertions.Expect(page.Locator("#kept")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("Half a sentence");
        await page.ClickAsync("#entry .btn--main");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(1);

        await page.FillAsync("#words", "Better not");
        await page.ReloadAsync();
        await page.ClickAsync("#kept button");
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await page.LiveReadyAsync();
        await Assertions.Expect(page.Locator("#kept")).ToBeHiddenAsync();
        Assert.Single(await edition.EntriesAsync(story));
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Words_of_an_edit_that_was_not_saved_are_kept_too()
    {
        var (edition, story, page, _) = await press.OpenLiveDeskAsync(Language.English, 1280);
        await edition.SendAsync(story, "One line.\n\nAnother line.");
        await page.ReloadAsync();
        await page.ClickAsync(".run a.btn");
        await page.WaitForURLAsync("**/entries/*");
        await page.LiveReadyAsync();
        await Assertions.Expect(page.Locator("#kept")).ToBeHiddenAsync();
        await page.FillAsync("#words", "One line.\n\nA better line.");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("One line.\n\nA better line.");
        await page.Locator("#words").PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".run")).ToContainTextAsync("A better line.");
        Assert.NotNull(Assert.Single(await edition.EntriesAsync(story)).EditedUtc);
    }

    [Fact]
    public async Task Without_connection_the_text_stays_and_goes_out_when_there_is_one()
    {
        var (edition, story, page, _) = await press.OpenLiveDeskAsync(Language.English, 390);
        await page.FillAsync("#words", "The bridge is closed.");
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#entry .btn--main").TapAsync();
        await Assertions.Expect(page.Locator("#unsent")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#words")).ToHaveValueAsync("The bridge is closed.");
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#entry .btn--main").TapAsync();
        await Assertions.Expect(page.Locator(".run")).ToContainTextAsync("The bridge is closed.");
        Assert.Single(await edition.EntriesAsync(story));
    }

    [Theory]
    [InlineData("paste", "clipboardData")]
    [InlineData("drop", "dataTransfer")]
    public async Task A_picture_that_is_pasted_or_dropped_goes_out_with_its_words(string happening, string carrier)
    {
        var (edition, story, page, log) = await press.OpenLiveDeskAsync(Language.English, 1280);
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
        var entry = Assert.Single(await edition.EntriesAsync(story));
        Assert.Contains("alt=\"A black box above a white one\"", entry.Html, StringComparison.Ordinal);
        Assert.Contains("The gate, half shut", entry.Html, StringComparison.Ordinal);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_refused_before_it_is_sent()
    {
        var (edition, story, page, _) = await press.OpenLiveDeskAsync(Language.English, 1280);
        await page.FillAsync("#words", "This is what it looks like.");
        await page.EvaluateAsync("document.getElementById('picture').open = true");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "gate.jpg", MimeType = "image/jpeg", Buffer = new byte[PhotoStore.MostBytes + 1] });
        await page.ClickAsync("#entry .btn--main");
        Assert.Equal(edition.Say("This picture is larger than 30 MB. Send a smaller one."), await page.Locator("#file").EvaluateAsync<string>("(file) => file.validationMessage"));
        Assert.Empty(await edition.EntriesAsync(story));
        await page.Locator("#file").SetInputFilesAsync(Array.Empty<string>());
        await page.ClickAsync("#entry .btn--main");
        await Assertions.Expect(page.Locator(".run")).ToHaveCountAsync(1);
    }
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;

namespace NewsPortal.BrowserTests;

/// <summary>Writing a story in the editor: alone, with the keyboard, with pictures, with pasted copy, and without scripts.</summary>
public sealed partial class WritingTests(PressRoom press)
{
    [Fact]
    public async Task What_is_typed_is_saved_and_drawn_by_itself_and_the_page_says_so()
    {
        var (edition, page, story, log) = await OpenAsync();
        await page.FillAsync("#hed", "A bridge closes");
        await page.TypeAsync("\n\n## Why\n\nNobody **knows**.");
        await Assertions.Expect(page.Locator("#view h2")).ToHaveTextAsync("Why");
        await Assertions.Expect(page.Locator("#view strong")).ToHaveTextAsync("knows");
        await page.SavedAsync();
        var copy = await edition.CopyAsync(story);
        Assert.Equal(("A bridge closes", "One.\n\nTwo.\n\nThree.\n\n## Why\n\nNobody **knows**."), (copy.Headline, copy.Body));
        await Assertions.Expect(page.Locator("#hed-h")).ToHaveTextAsync("15 characters. About 70 are shown.");
        Assert.Empty(log.Errors);
        Assert.Empty(log.Failures);
    }

    [Fact]
    public async Task Every_tool_writes_its_markdown_and_the_keys_do_too()
    {
        var (edition, page, story, log) = await OpenAsync("Words");
        await page.FocusAsync("#body");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+b");
        await Assertions.Expect(page.Locator("#body")).ToHaveValueAsync("**Words**");
        await page.Keyboard.PressAsync("Control+i");
        await page.Keyboard.PressAsync("Control+End");
        await page.ClickAsync("[data-insert=table]");
        await page.ClickAsync("[data-insert=pull]");
        await page.ClickAsync("[data-insert=related]");
        await page.FillAsync("#finder-words", "gate");
        await page.ClickAsync("#finder-found button >> nth=0");
        await Assertions.Expect(page.Locator("#body")).ToHaveValueAsync(new Regex(@"\*\*_?Words[\s\S]*\| Column \|[\s\S]*::: pull[\s\S]*\]\(story:\d+\)"));
        await Assertions.Expect(page.Locator("#view aside.related")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+s");
        await page.SavedAsync();
        Assert.Contains("::: pull", (await edition.CopyAsync(story)).Body, StringComparison.Ordinal);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_picture_is_refused_in_a_sentence_or_becomes_a_figure_or_the_lead()
    {
        var (edition, page, story, log) = await OpenAsync("Words");
        await page.SetInputFilesAsync("#picture-file", new FilePayload { Name = "a.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() });
        await Assertions.Expect(page.Locator("#picture-state")).Not.ToBeEmptyAsync();
        await Assertions.Expect(page.Locator("#picture-again")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.SetInputFilesAsync("#picture-file", Picture());
        await page.FillAsync("#picture-cap", "The \"gate\" at dusk");
        await page.FillAsync("#picture-alt", "A gate");
        await page.FillAsync("#picture-cre", "Marit Osei");
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));
        await page.ClickAsync("#picture-text");
        await Assertions.Expect(page.Locator("#view figcaption")).ToContainTextAsync("The \"gate\" at dusk");

        await page.SetInputFilesAsync("#picture-file", Picture());
        await page.FillAsync("#picture-alt", "The lead");
        await page.ClickAsync("#picture-lead");
        await Assertions.Expect(page.Locator("#lead-picture img")).ToBeVisibleAsync();
        await page.SavedAsync();
        var copy = await edition.CopyAsync(story);
        Assert.Contains("](photo:", copy.Body, StringComparison.Ordinal);
        Assert.Equal("The lead", copy.Lead!.Alt);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task Pasted_copy_is_cleaned_where_it_landed_and_each_change_can_be_taken_back()
    {
        var (edition, page, story, log) = await OpenAsync("Before.\n\n");
        await page.FocusAsync("#body");
        await page.Keyboard.PressAsync("Control+End");
        await page.EvaluateAsync("""
            () => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', 'The gate is shut.\n\nAdd a Comment\n\nSee https://example.org/a?utm_source=x now.');
              document.getElementById('body').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(page.Locator("#paste")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#body")).ToHaveValueAsync("Before.\n\nThe gate is shut.\n\nSee https://example.org/a now.");
        await page.Locator("#paste li").Filter(new() { HasText = "utm_source" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("#body")).ToHaveValueAsync("Before.\n\nThe gate is shut.\n\nSee https://example.org/a?utm_source=x now.");
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));
        await page.GetByRole(AriaRole.Button, new() { Name = "Take all back" }).ClickAsync();
        await Assertions.Expect(page.Locator("#body")).ToHaveValueAsync(new Regex("Add a Comment"));
        await page.SavedAsync();
        Assert.Contains("Add a Comment", (await edition.CopyAsync(story)).Body, StringComparison.Ordinal);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_tag_that_is_nearly_another_is_pointed_out_and_a_half_typed_one_is_never_made()
    {
        var (edition, page, story, _) = await OpenAsync("Words");
        await page.FillAsync("#tags", "Floo");
        await page.TypeAsync(" more");
        await page.FocusAsync("#tags");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("d");
        await page.FocusAsync("#body");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use “Floods” instead of “Flood”" }).ClickAsync();
        await Assertions.Expect(page.Locator("#tags")).ToHaveValueAsync("Floods");
        await page.SavedAsync();
        var floods = await edition.AskAsync(db => db.Tags.SingleAsync(tag => tag.Name == "Floods"));
        Assert.Equal([floods.Id], (await edition.CopyAsync(story)).TagIds);
    }

    [Fact]
    public async Task On_a_telephone_in_Turkish_a_story_is_begun_written_and_taken_on_by_keys_with_every_word()
    {
        var edition = await press.WritersEditionAsync(Language.Turkish);
        await using var browser = await press.ColleagueAsync(edition, Role.Contributor, new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(edition.Url + "/admin/articles/new");
        await page.FocusAsync("#hed");
        await page.Keyboard.TypeAsync("Iğdır’da ışıklar söndü");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("html[data-editor=ready]").WaitForAsync();
        var story = int.Parse(page.Url.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        await page.TypeAsync("İlk cümle, ve hemen ardından yayıma");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/publication");
        var copy = await edition.CopyAsync(story);
        Assert.Equal(("Iğdır’da ışıklar söndü", "igdirda-isiklar-sondu", "İlk cümle, ve hemen ardından yayıma"), (copy.Headline, copy.Slug, copy.Body));
    }

    [Fact]
    public async Task Without_scripts_the_form_saves_and_the_preview_is_a_page()
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.StoryAsync();
        await using var browser = await press.ColleagueAsync(edition, Role.Editor, new() { JavaScriptEnabled = false });
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{edition.Url}/admin/articles/{story}");
        await page.FillAsync("#body", "Written without scripts.");
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("main [role=status]").First).ToContainTextAsync("Saved");
        Assert.Equal("Written without scripts.", (await edition.CopyAsync(story)).Body);
        await Assertions.Expect(page.Locator("markdown-toolbar")).ToBeHiddenAsync();
    }

    private async Task<(Edition Edition, IPage Page, int Story, PageLog Log)> OpenAsync(string body = "One.\n\nTwo.\n\nThree.")
    {
        var edition = await press.WritersEditionAsync(Language.English);
        var story = await edition.StoryAsync(body: body);
        var browser = await press.ColleagueAsync(edition, Role.Editor, new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await browser.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.OpenEditorAsync(edition.Url, story);
        return (edition, page, story, log);
    }

    private static FilePayload Picture() => new() { Name = "Gate.webp", MimeType = "image/webp", Buffer = File.ReadAllBytes(Writing.SourcePath("Data/Seed/Demo/pictures/track.webp")) };
}

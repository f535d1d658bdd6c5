using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;

namespace NewsPortal.BrowserTests;

/// <summary>"Add a Comment" as readers use it: in place, on a phone, with the keyboard, in Turkish, without script.</summary>
[Collection("Open pages")]
public sealed class CommentingTests(PressRoom press)
{
    [Theory]
    [InlineData(Language.English, 1280, "Your comment awaits approval.")]
    [InlineData(Language.Turkish, 390, "Yorumunuz onay bekliyor.")]
    public async Task A_comment_is_sent_in_place_and_its_writer_alone_sees_it_waiting(Language language, int width, string waits)
    {
        var (address, page, _) = await OpenAsync(language, width);
        await page.GetByLabel(language == Language.English ? "Name" : "Ad", new() { Exact = true }).FillAsync("Oyku T.");
        await page.Locator("#c-body").FillAsync("Is there a *ramp*?");
        await Assertions.Expect(page.Locator("[data-count]")).ToContainTextAsync(language == Language.English ? "1,982 left." : "1.982 kaldı.");
        await page.Locator("#c-body").PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        var own = page.Locator(".comment[data-state=pending]");
        await Assertions.Expect(own).ToContainTextAsync(waits);
        await Assertions.Expect(own).ToBeFocusedAsync();
        await Assertions.Expect(own.Locator("em")).ToHaveTextAsync("ramp");
        await Assertions.Expect(page.Locator("#c-body")).ToHaveValueAsync("");
        Assert.Empty(await Look.InspectAsync(page, ColorScheme.Light));
        Assert.Equal(address, page.Url);

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".comment[data-state=pending]")).ToContainTextAsync(waits);
        await Assertions.Expect(page.Locator("#c-name")).ToHaveValueAsync("Oyku T.");
        await using var other = await press.ReaderAsync();
        var theirs = await other.NewPageAsync();
        await theirs.GotoAsync(address);
        await Assertions.Expect(theirs.Locator(".comment")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_survives_a_reload()
    {
        var (_, page, _) = await OpenAsync(Language.English, 390);
        await page.Locator("#c-email").FillAsync("oyku@");
        await page.Locator("#c-body").FillAsync("A long thought.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Assertions.Expect(page.Locator("#c-name-e")).ToContainTextAsync("Give a name");
        await Assertions.Expect(page.Locator("#c-email-e")).ToContainTextAsync("no e-mail address");
        await Assertions.Expect(page.Locator("form [role=alert]")).ToBeFocusedAsync();
        await page.Locator("[role=alert] a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#c-name")).ToBeFocusedAsync();
        var faults = await Look.InspectAsync(page, ColorScheme.Dark);
        Assert.True(faults.Length == 0, string.Join('\n', faults));

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#c-body")).ToHaveValueAsync("A long thought.");
        await page.Locator("#c-name").FillAsync("Oyku T.");
        await page.Locator("#c-email").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Assertions.Expect(page.Locator(".comment[data-state=pending]")).ToContainTextAsync("A long thought.");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#c-body")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Words_outlive_a_paper_that_does_not_answer()
    {
        var (_, page, _) = await OpenAsync(Language.English, 390);
        await page.RouteAsync("**/comments", route => route.AbortAsync());
        await page.Locator("#c-name").FillAsync("Oyku T.");
        await page.Locator("#c-body").FillAsync("A long thought.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Assertions.Expect(page.Locator("form [role=alert]")).ToContainTextAsync("Your words are kept");
        await Assertions.Expect(page.Locator("#c-body")).ToHaveValueAsync("A long thought.");
    }

    [Fact]
    public async Task Whoever_types_on_while_it_is_sent_loses_nothing()
    {
        var (_, page, _) = await OpenAsync(Language.English, 390);
        await page.Locator("#c-name").FillAsync("Oyku T.");
        await page.Locator("#c-body").FillAsync("A thought.");
        await page.RouteAsync("**/comments", async route =>
        {
            await page.Locator("#c-body").FillAsync("A thought. And another.");
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Assertions.Expect(page.Locator(".comment[data-state=pending]")).ToContainTextAsync("A thought.");
        await Assertions.Expect(page.Locator("#c-body")).ToHaveValueAsync("A thought. And another.");
    }

    [Fact]
    public async Task An_answer_says_whom_it_answers_and_need_not_be_one()
    {
        var (_, page, edition) = await OpenAsync(Language.English, 1280, approved: "I was at the ninth drill.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Reply to M. Lindgren" }).ClickAsync();
        await Assertions.Expect(page.Locator("p[data-answer]")).ToContainTextAsync("In answer to M. Lindgren");
        await Assertions.Expect(page.Locator("#c-body")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Not as an answer" }).ClickAsync();
        await Assertions.Expect(page.Locator("p[data-answer]")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Reply to M. Lindgren" }).ClickAsync();
        await page.Locator("#c-name").FillAsync("Oyku T.");
        await page.Locator("#c-body").FillAsync("So was I, on the other side.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Assertions.Expect(page.Locator(".comment[data-state=pending]")).ToBeVisibleAsync();
        Assert.True(await edition.AskAsync(db => db.Comments.AnyAsync(c => c.Body == "So was I, on the other side." && c.ParentId != null)));
    }

    [Fact]
    public async Task Without_script_the_same_form_leads_back_to_the_story()
    {
        var (address, page, _) = await OpenAsync(Language.English, 390, approved: "I was at the ninth drill.", script: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Reply to M. Lindgren" }).ClickAsync();
        await page.GetByLabel("Comment", new() { Exact = true }).FillAsync("So was I.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        await Assertions.Expect(page.Locator("#c-name-e")).ToContainTextAsync("Give a name");
        await Assertions.Expect(page.Locator("#c-body")).ToHaveValueAsync("So was I.");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Oyku T.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send comment" }).ClickAsync();
        Assert.StartsWith($"{address}/mine#comment-", page.Url, StringComparison.Ordinal);
        var own = page.Locator(".comment[data-state=pending]");
        await Assertions.Expect(own).ToContainTextAsync("Your comment awaits approval. Only you can see it.");
        await own.GetByRole(AriaRole.Link, new() { Name = "Change" }).ClickAsync();
        await page.GetByLabel("Comment", new() { Exact = true }).FillAsync("So was I, on the other side.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the change" }).ClickAsync();
        await Assertions.Expect(own).ToContainTextAsync("on the other side");
        await own.GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await Assertions.Expect(own).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Report the comment of M. Lindgren" }).ClickAsync();
        await page.GetByLabel("insult").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Report" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("A moderator will read it.");
    }

    [Fact]
    public async Task Where_members_write_a_stranger_signs_in_beside_their_words_without_script_too()
    {
        var (address, page, edition) = await OpenAsync(Language.Turkish, 390, script: false, mode: CommentsMode.MembersOnly);
        await page.Locator("#c-name").FillAsync("Oyku T.");
        await page.Locator("#c-body").FillAsync("Kapı neden açıldı?");
        await page.Locator("form[data-comment] .btn--main").ClickAsync();
        await Assertions.Expect(page.Locator("#c-body")).ToHaveValueAsync("Kapı neden açıldı?");
        var door = await page.RunAndWaitForPopupAsync(() => page.Locator("[data-members] a").First.ClickAsync());
        await door.FillAsync("#Email", await edition.HireAsync(Role.Reader, "Oyku T."));
        await door.FillAsync("#Password", Edition.Password);
        await door.ClickAsync("form .btn--main");
        await door.WaitForURLAsync($"{address}#reply");

        await page.Locator("form[data-comment] .btn--main").ClickAsync();
        Assert.StartsWith($"{address}/mine#comment-", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".comment .said")).ToHaveTextAsync("Kapı neden açıldı?");
    }

    private async Task<(string Address, IPage Page, Edition Edition)> OpenAsync(
        Language language, int width, string? approved = null, bool script = true, CommentsMode mode = CommentsMode.Inherit)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.PublishAsync("A bridge opens to comments", mode);
        if (approved is not null)
        {
            await edition.ApprovedAsync(story, "M. Lindgren", approved);
        }

        var reader = await press.ReaderAsync(new() { ViewportSize = new() { Width = width, Height = 844 }, JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce });
        var page = await reader.NewPageAsync();
        var address = edition.Url + string.Create(CultureInfo.InvariantCulture, $"/world/a-bridge-opens-{story}");
        await page.GotoAsync(address);
        return (address, page, edition);
    }
}

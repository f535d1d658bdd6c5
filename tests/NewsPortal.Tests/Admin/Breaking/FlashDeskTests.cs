using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Breaking;

/// <summary>Raising a flash at the desk, and everything that keeps one from being raised.</summary>
public sealed class FlashDeskTests : IDisposable
{
    private const string Desk = "/admin/breaking";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task One_action_puts_a_line_on_every_page()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor, "Dilara Aksoy");
        var section = await newsroom.SectionAsync();
        var answer = await RaiseAsync(editor, "Divers free the chain", ("SectionId", $"{section.Id}"), ("Level", "Urgent"), ("Minutes", "30"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var reader = newsroom.Reader();
        Assert.Equal(["Divers free the chain"], (await reader.PageAsync("/")).Texts(".flash a"));
        Assert.Equal(["Urgent"], (await reader.PageAsync("/world")).Texts(".flash b"));
        var desk = await editor.ReadAsync(answer.Headers.Location!.ToString());
        Assert.Equal("Divers free the chain", desk.Texts(".run h3").Single());
        Assert.Contains("Dilara Aksoy, 12:00, World", desk.Texts(".run > p")[0], StringComparison.Ordinal);
        Assert.Equal("30 minutes left", desk.Texts(".run [data-left]").Single());
        Assert.Equal("1 on air", desk.Texts(".side .count").Single());
        Assert.Contains("Take it back", desk.Texts("main button"));

        newsroom.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty((await reader.PageAsync("/")).Texts(".flash a"));
        Assert.Equal("Divers free the chain", (await editor.ReadAsync(Desk)).Texts(".lines .ttl").Single());
    }

    [Theory]
    [InlineData("", 422, "A flash needs a line of text.")]
    [InlineData(" \r\n ", 422, "A flash needs a line of text.")]
    [InlineData("Turned \u202egnuor", 422, "U+202E")]
    [InlineData("Bell \u0007", 422, "U+0007")]
    [InlineData("The <b>gate</b> is open", 409, "Nothing in a flash is interpreted")]
    public async Task What_cannot_be_a_flash_is_told_beside_its_words_and_nothing_is_on_air(string text, int status, string said)
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await AssertNothingAsync(await RaiseAsync(editor, text), status, said, text);
    }

    [Fact]
    public async Task Ten_thousand_characters_come_back_as_they_were_typed()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var text = string.Concat(Enumerable.Repeat("0123456789", 1000));
        await AssertNothingAsync(await RaiseAsync(editor, text), 422, "at most 300 characters", text);
    }

    [Theory]
    [InlineData("Minutes", "0")]
    [InlineData("Minutes", "-5")]
    [InlineData("Minutes", "99999999")]
    [InlineData("Minutes", "soon")]
    [InlineData("Level", "Deafening")]
    [InlineData("SectionId", "999")]
    [InlineData("To", "999")]
    [InlineData("To", "nowhere")]
    public async Task A_choice_that_makes_no_sense_is_refused(string field, string value)
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await AssertNothingAsync(await RaiseAsync(editor, "The gate is open", (field, value)), 422, "", "The gate is open");
    }

    [Fact]
    public async Task Markup_goes_out_as_typed_when_it_is_meant_so()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var answer = await RaiseAsync(editor, "The <b>gate</b> is open", ("Anyway", "Markup"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var bar = (await newsroom.Reader().PageAsync("/")).QuerySelector(".flash a")!;
        Assert.Equal("The <b>gate</b> is open", bar.TextContent);
        Assert.Empty(bar.Children);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_lands_where_the_first_one_did()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var key = ("Key", Guid.NewGuid().ToString());
        var (first, second) = (await RaiseAsync(editor, "The gate is open", key), await RaiseAsync(editor, "The gate is open", key));
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.Equal(Raised(first), Raised(second));
        Assert.Single(await OnAirAsync());
    }

    [Fact]
    public async Task A_second_editor_sees_who_was_first_and_may_insist()
    {
        using var first = await newsroom.ColleagueAsync(Role.Editor, "Dilara Aksoy");
        using var second = await newsroom.ColleagueAsync(Role.Editor);
        await RaiseAsync(first, "The gate is open");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(2));
        var answer = await RaiseAsync(second, "THE GATE is open!");
        var page = await Html.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Dilara Aksoy raised this at 12:00.", page.Texts("#doubt").Single(), StringComparison.Ordinal);
        Assert.Single(await OnAirAsync());

        await RaiseAsync(second, "THE GATE is open!", ("Anyway", "Same"));
        Assert.Equal(2, (await OnAirAsync()).Count);
    }

    [Fact]
    public async Task When_all_places_are_taken_the_form_asks_which_flash_leaves()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        foreach (var text in new[] { "One", "Two", "Three" })
        {
            await RaiseAsync(editor, text);
        }

        var form = await editor.ReadAsync(Desk);
        Assert.Equal(["One", "Two", "Three"], form.Texts("#full label"));
        Assert.Empty(form.QuerySelectorAll("#full input:checked"));
        Assert.Equal(HttpStatusCode.Conflict, (await RaiseAsync(editor, "Four")).StatusCode);
        Assert.Equal(["Three", "Two", "One"], await OnAirAsync());

        var two = form.QuerySelectorAll("#full label").Single(label => label.TextContent.Contains("Two", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        await RaiseAsync(editor, "Four", ("GivesWayId", two));
        Assert.Equal(["Four", "Three", "One"], await OnAirAsync());
    }

    [Fact]
    public async Task A_new_story_is_begun_with_it_and_readers_come_there_once_it_is_out()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var section = await newsroom.SectionAsync();
        await RaiseAsync(editor, "The gate is open", ("SectionId", $"{section.Id}"), ("To", "new"));
        var story = await newsroom.WithDbAsync(db => db.Articles.Include(a => a.Draft).SingleAsync());
        Assert.Equal(("The gate is open", section.Id, true, editor.Person.Id), (story.Draft.Headline, story.Draft.SectionId, story.Draft.Copy.LastMinute, story.StartedById));
        Assert.Equal("/last-minute", await LeadsToAsync());

        await newsroom.ChangeAsync(story.Id, article => article.Publish(editor.Signature, newsroom.Now));
        Assert.Equal($"/world/the-gate-is-open-{story.Id}", await LeadsToAsync());
    }

    [Fact]
    public async Task A_story_is_found_by_its_words_and_what_was_typed_stays()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "\u0130stanbul bekliyor"));
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync("Economy"), "Another matter"));
        var page = await Html.ReadAsync(await editor.PostAsync(Desk + "/stories", ("Text", "The gate is open"), ("Words", "ISTANBUL bek"), ("Minutes", "30")));
        Assert.Equal(["Nothing yet", "A new story", "\u0130stanbul bekliyor"], page.Texts("#to option"));
        Assert.Equal(("The gate is open", "30"), (page.QuerySelector("#line")!.TextContent, page.QuerySelector("#len option[selected]")!.GetAttribute("value")));

        await RaiseAsync(editor, "The gate is open", ("To", $"{story.Id}"));
        Assert.Equal($"/world/istanbul-bekliyor-{story.Id}", await LeadsToAsync());
    }

    [Fact]
    public async Task An_editor_of_one_section_raises_nothing_in_another()
    {
        var (world, economy) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Economy"));
        using var editor = await newsroom.ColleagueAsync(Role.Editor, null, world.Id);
        Assert.Equal(["World"], (await editor.ReadAsync(Desk)).Texts("#fsec option"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RaiseAsync(editor, "The gate is open", ("SectionId", $"{economy.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RaiseAsync(editor, "The gate is open")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await RaiseAsync(editor, "The gate is open", ("SectionId", $"{world.Id}"))).StatusCode);
    }

    [Fact]
    public async Task The_form_can_be_begun_from_a_story()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var form = await editor.ReadAsync(string.Create(CultureInfo.InvariantCulture, $"{Desk}?story={story.Id}"));
        Assert.Equal(("A bridge opens", "A bridge opens", "World"), (form.QuerySelector("#line")!.TextContent, form.Texts("#to option[selected]").Single(), form.Texts("#fsec option[selected]").Single()));
    }

    private static string Raised(HttpResponseMessage answer) => answer.Headers.Location!.ToString().Split('&')[0];

    private static Task<HttpResponseMessage> RaiseAsync(Colleague editor, string text, params (string, string)[] more)
        => editor.PostAsync(Desk, [("Text", text), .. more]);

    private async Task AssertNothingAsync(HttpResponseMessage answer, int status, string said, string kept)
    {
        var page = await Html.ReadAsync(answer);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(said, string.Join(' ', page.Texts("[role=alert], .err")), StringComparison.Ordinal);
        Assert.NotEmpty(page.Texts("[role=alert]"));
        Assert.Equal(kept.Trim(), page.QuerySelector("#line")!.TextContent);
        Assert.Empty(await OnAirAsync());
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.Flashes.CountAsync()));
    }

    private async Task<IReadOnlyList<string>> OnAirAsync() => (await newsroom.Reader().PageAsync("/archive")).Texts(".flash a");

    private async Task<string?> LeadsToAsync() => (await newsroom.Reader().PageAsync("/archive")).QuerySelector(".flash a")!.GetAttribute("href");
}

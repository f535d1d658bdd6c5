using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Breaking;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Breaking;

/// <summary>What the desk does with a flash on air, and what is kept of it.</summary>
public sealed class FlashMovesTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Readers_see_that_words_were_corrected_and_the_desk_keeps_the_words_before()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor, "Dilara Aksoy");
        var flash = await RaiseAsync(editor, "Two gates are open");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.SeeOther, (await MoveAsync(editor, flash, "correction", ("Text", "One gate is open"), ("Level", "LastMinute"))).StatusCode);

        var bar = await newsroom.Reader().PageAsync("/");
        Assert.Equal(["One gate is open"], bar.Texts(".flash a"));
        Assert.Equal(["Corrected 12:05"], bar.Texts(".flash .flash-note"));
        var page = await editor.ReadAsync(Address(flash));
        Assert.Equal(["Two gates are open"], page.Texts("ol del"));
        Assert.Equal(["Dilara Aksoy corrected the flash 22 Nov 2026, 12:05", "Dilara Aksoy raised the flash 22 Nov 2026, 12:00"], page.Texts("ol li").Select(line => line.Replace(" Two gates are open", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stale_form_changes_nothing_and_keeps_what_was_typed()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var flash = await RaiseAsync(editor, "Two gates are open");
        await MoveAsync(editor, flash, "extension");
        foreach (var move in new[] { "correction", "extension", "ending", "taking-back", "place", "story" })
        {
            var answer = await MoveAsync(editor, flash, move, ("Text", "One gate is open"), ("Level", "LastMinute"));
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            var page = await Html.ReadAsync(answer);
            Assert.Equal("One gate is open", page.QuerySelector("#line")!.TextContent);
            Assert.Contains("has changed since", page.Texts("[role=alert]").Single(), StringComparison.Ordinal);
        }

        Assert.Equal(["Two gates are open"], await OnAirAsync());
    }

    [Fact]
    public async Task A_bad_correction_is_refused_and_the_old_words_stay_on_air()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var flash = await RaiseAsync(editor, "Two gates are open");
        foreach (var (text, status) in new[] { ("", 422), (new string('a', 10_000), 422), ("Two gates are open", 422), ("<i>One</i>", 409) })
        {
            var answer = await MoveAsync(editor, flash, "correction", ("Text", text), ("Level", "LastMinute"));
            Assert.Equal((status, text), ((int)answer.StatusCode, (await Html.ReadAsync(answer)).QuerySelector("#line")!.TextContent));
        }

        Assert.Equal(["Two gates are open"], await OnAirAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await MoveAsync(editor, flash, "correction", ("Text", "<i>One</i>"), ("Literally", "true"))).StatusCode);
    }

    [Fact]
    public async Task It_is_taken_back_without_a_trace_for_readers_and_with_one_for_the_desk()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var flash = await RaiseAsync(editor, "Two gates are open");
        newsroom.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(HttpStatusCode.SeeOther, (await MoveAsync(editor, flash, "taking-back")).StatusCode);

        Assert.Empty(await OnAirAsync());
        Assert.DoesNotContain("Two gates", (await newsroom.Reader().PageAsync("/last-minute")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("taken back", (await editor.ReadAsync("/admin/breaking")).Texts(".lines li").Single(), StringComparison.Ordinal);
        Assert.Contains("took the flash back", (await editor.ReadAsync(Address(flash))).Texts("ol li")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_takes_its_place_and_names_it()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var flash = await RaiseAsync(editor, "Two gates are open");
        var form = await editor.ReadAsync($"/admin/breaking?follow={flash.Id}");
        Assert.Equal("Follows: Two gates are open", form.Texts("#follows").Single());
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.PostAsync("/admin/breaking", ("Text", "Both gates are shut"), ("FollowsId", $"{flash.Id}"), ("Level", "Developing"))).StatusCode);

        Assert.Equal(["Both gates are shut"], await OnAirAsync());
        Assert.Contains("Follows: Two gates are open", (await newsroom.Reader().PageAsync("/last-minute")).Texts(".log li")[0], StringComparison.Ordinal);
        Assert.Contains("replaced by a follow-up", (await editor.ReadAsync("/admin/breaking")).Texts(".lines li").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_ordered_prolonged_handed_over_and_ended()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var (one, _) = (await RaiseAsync(editor, "One"), await RaiseAsync(editor, "Two"));
        await MoveAsync(editor, one, "place", ("up", "true"));
        Assert.Equal(["One", "Two"], await OnAirAsync());

        await MoveAsync(editor, one = await ReadAsync(one), "extension");
        Assert.Equal(newsroom.Now.AddMinutes(90), (one = await ReadAsync(one)).EndsUtc);
        await MoveAsync(editor, one, "story", ("To", $"{story.Id}"));
        Assert.Equal($"/world/a-bridge-opens-{story.Id}", (await newsroom.Reader().PageAsync("/")).QuerySelector(".flash a")!.GetAttribute("href"));
        await MoveAsync(editor, one = await ReadAsync(one), "ending");
        Assert.Equal(["Two"], await OnAirAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MoveAsync(editor, await ReadAsync(one), "ending")).StatusCode);
    }

    [Fact]
    public async Task The_desk_warns_before_the_end()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await RaiseAsync(editor, "Two gates are open");
        Assert.NotNull((await editor.ReadAsync("/admin/breaking")).QuerySelector("[data-soon][hidden]"));
        Assert.Empty((await editor.ReadAsync("/admin")).Texts(".note--warn"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(56));
        Assert.Equal("It ends at 13:00 by itself. Prolong it or follow it up if it is still news.", (await editor.ReadAsync("/admin/breaking")).Texts("[data-soon]:not([hidden])").Single());
        Assert.Equal("A flash ends at 13:00: Two gates are open", (await editor.ReadAsync("/admin")).Texts(".note--warn").Single());
    }

    [Fact]
    public async Task A_flash_of_another_section_is_not_found()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        using var bound = await newsroom.ColleagueAsync(Role.Editor, null, (await newsroom.SectionAsync()).Id);
        var flash = await RaiseAsync(editor, "Two gates are open");
        Assert.Equal(HttpStatusCode.NotFound, (await bound.GetAsync(Address(flash))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await MoveAsync(bound, flash, "ending")).StatusCode);
        Assert.Single((await bound.ReadAsync("/admin/breaking")).QuerySelectorAll(".run"));
        Assert.Empty((await bound.ReadAsync("/admin/breaking")).QuerySelectorAll(".run button"));
    }

    [Fact]
    public async Task All_that_ended_is_walked_by_place()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await newsroom.WithDbAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 120).Select(number => Flash.Raise(
                new FlashCopy(FlashLevel.LastMinute, $"Flash {number}", newsroom.Now.AddHours(-1 - (number / 2))), Some.Ada, newsroom.Now.AddHours(-2 - (number / 2)))));
            return db.SaveChangesAsync();
        });
        var seen = new List<string>();
        for (var next = "/admin/breaking/history"; next is not null;)
        {
            var page = await editor.ReadAsync(next);
            seen.AddRange(page.Texts(".ttl"));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal((120, 120), (seen.Count, seen.Distinct().Count()));
        Assert.Equal("Flash 1", seen[0]);
    }

    private static string Address(Flash flash) => string.Create(CultureInfo.InvariantCulture, $"/admin/breaking/{flash.Id}");

    private static Task<HttpResponseMessage> MoveAsync(Colleague editor, Flash flash, string move, params (string, string)[] fields)
        => editor.PostAsync($"{Address(flash)}/{move}", [("Version", flash.Version.ToString(CultureInfo.InvariantCulture)), .. fields]);

    private async Task<Flash> RaiseAsync(Colleague editor, string text)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.PostAsync("/admin/breaking", ("Text", text))).StatusCode);
        return await newsroom.WithDbAsync(db => db.Flashes.AsNoTracking().SingleAsync(f => f.Text == text));
    }

    private Task<Flash> ReadAsync(Flash flash) => newsroom.WithDbAsync(db => db.Flashes.AsNoTracking().SingleAsync(f => f.Id == flash.Id));

    private async Task<IReadOnlyList<string>> OnAirAsync() => (await newsroom.Reader().PageAsync("/archive")).Texts(".flash a");
}

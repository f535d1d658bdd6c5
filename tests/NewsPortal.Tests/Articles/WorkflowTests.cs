using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Audit;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

/// <summary>From the first draft to the reader, through the real doors and forms.</summary>
public sealed class WorkflowTests : IDisposable
{
    private readonly Newsroom newsroom = new(("Newsroom:FourEyes", "true"), ("Site:TimeZone", "Europe/Berlin"));

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_story_is_handed_in_sent_back_handed_in_again_approved_and_published()
    {
        var section = await newsroom.SectionAsync();
        using var writer = await newsroom.ColleagueAsync(Role.Contributor, "Tomas");
        using var editor = await newsroom.ColleagueAsync(Role.Editor, "Dilara");
        var id = await newsroom.StartAsync(writer, Some.CopyFor(section));

        await MovedAsync(writer, id, "review", ("note", "Ready."));
        await MovedAsync(editor, id, "return", ("note", "Who says so?"));
        Assert.Equal((DraftState.SentBack, "Who says so?"), await StateAsync(id));
        await MovedAsync(writer, id, "review");
        await MovedAsync(editor, id, "approval");
        await MovedAsync(editor, id, "publication");

        var story = await newsroom.StoryAsync(id);
        Assert.Equal((ArticleState.Published, DraftState.Settled), (story.State, story.Draft.State));
        Assert.True((await newsroom.Reader().GetAsync($"/world/a-bridge-opens-{id}")).IsSuccessStatusCode);
        var trail = await newsroom.WithDbAsync(db => db.AuditEntries.Where(e => e.Subject == $"article:{id}").OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([AuditKind.HandedIn, AuditKind.SentBack, AuditKind.HandedIn, AuditKind.Approved, AuditKind.Published], trail.Select(e => e.Kind));
        Assert.Equal(["Tomas", "Dilara", "Tomas", "Dilara", "Dilara"], trail.Select(e => e.By));
    }

    [Fact]
    public async Task A_live_page_does_not_change_by_a_byte_until_its_changes_are_published()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var address = $"/world/a-bridge-opens-{story.Id}";
        var before = await newsroom.Reader().GetStringAsync(address);

        await newsroom.ChangeAsync(story.Id, a => a.Draft.Save(a.Draft.Copy with { Headline = "A bridge closes" }, Some.Body("Anew."), Some.Ada, newsroom.Now));
        await MovedAsync(editor, story.Id, "review");
        await MovedAsync(editor, story.Id, "approval");
        Assert.Equal(before, await newsroom.Reader().GetStringAsync(address));

        await MovedAsync(editor, story.Id, "publication");
        Assert.Contains("A bridge closes", await newsroom.Reader().GetStringAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_changed_after_publication_leads_on_from_the_moment_of_the_change()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var culture = await newsroom.SectionAsync("Culture");
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await newsroom.ChangeAsync(story.Id, a => a.Draft.Save(
            a.Draft.Copy with { Slug = "a-bridge-closes", SectionId = culture.Id }, Some.Body("Anew."), Some.Ada, newsroom.Now));
        await MovedAsync(editor, story.Id, "publication");

        using var old = await newsroom.Reader().GetAsync($"/world/a-bridge-opens-{story.Id}");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/culture/a-bridge-closes-{story.Id}"), (old.StatusCode, old.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Who_wrote_it_publishes_it_only_with_a_reason_that_is_kept()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync()));

        using var refused = await newsroom.MoveAsync(editor, id, "publication");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("You wrote in this story", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await MovedAsync(editor, id, "publication", ("reason", "The gate is falling."));
        Assert.Equal("The gate is falling.", await newsroom.WithDbAsync(db => db.AuditEntries.Where(e => e.Kind == AuditKind.Published).Select(e => e.Detail).SingleAsync()));
    }

    [Fact]
    public async Task A_form_of_a_story_that_somebody_changed_meanwhile_is_refused_and_shows_what_it_is_now()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync()));
        var seen = (await newsroom.StoryAsync(id)).Draft.Version;
        await newsroom.ChangeAsync(id, a => a.Draft.Save(a.Draft.Copy with { Headline = "Half a senten" }, Some.Body("x"), Some.Ada, newsroom.Now));

        using var stale = await editor.PostAsync($"/admin/articles/{id}/publication", ("version", $"{seen}"), ("reason", "Quick."));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Half a senten", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(ArticleState.Unpublished, (await newsroom.StoryAsync(id)).State);
    }

    [Fact]
    public async Task What_is_not_theirs_is_not_found()
    {
        var (world, culture) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Culture"));
        using var writer = await newsroom.ColleagueAsync(Role.Contributor);
        using var other = await newsroom.ColleagueAsync(Role.Contributor);
        using var critic = await newsroom.ColleagueAsync(Role.Editor, null, culture.Id);
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var id = await newsroom.StartAsync(writer, Some.CopyFor(world));

        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.MoveAsync(other, id, "review")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/admin/articles/{id}/publication")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.MoveAsync(critic, id, "publication")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await newsroom.MoveAsync(writer, id, "publication")).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await moderator.GetAsync($"/admin/articles/{id}/publication")).StatusCode);
        Assert.Equal(ArticleState.Unpublished, (await newsroom.StoryAsync(id)).State);

        await newsroom.ChangeAsync(id, a => a.Draft.MoveTo(culture.Id, writer.Signature, newsroom.Now));
        await MovedAsync(critic, id, "publication");
    }

    [Fact]
    public async Task A_withdrawn_story_answers_gone_with_the_reason()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await MovedAsync(editor, story.Id, "withdrawal", ("reason", "The figures were wrong."));

        using var gone = await newsroom.Reader().GetAsync($"/world/a-bridge-opens-{story.Id}");
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("The figures were wrong.", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_is_planned_on_the_newsrooms_clock_moved_and_cancelled()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync()));

        await MovedAsync(editor, id, "schedule", ("at", "2026-11-23T09:30"), ("reason", "Nobody else is in."));
        await MovedAsync(editor, id, "schedule", ("at", "2026-11-23T10:00"));
        var plan = Assert.Single((await newsroom.StoryAsync(id)).Schedules);
        Assert.Equal(("2026-11-23T10:00", "Europe/Berlin", new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc)), (plan.WallTime, plan.Zone, plan.DueUtc));

        await MovedAsync(editor, id, $"schedule/{plan.Id}/cancellation");
        var story = await newsroom.StoryAsync(id);
        Assert.Equal((ArticleState.Unpublished, 0), (story.State, story.Schedules.Count));
    }

    [Fact]
    public async Task A_time_that_does_not_exist_or_exists_twice_is_asked_about_and_the_answer_is_taken()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync()));

        using var skipped = await newsroom.MoveAsync(editor, id, "schedule", ("at", "2027-03-28T02:30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, skipped.StatusCode);
        var offers = (await Html.ReadAsync(skipped)).QuerySelectorAll("input[name=exact]").Select(input => input.GetAttribute("value")!).ToList();
        Assert.Equal(["2027-03-28T01:59+01:00", "2027-03-28T03:00+02:00"], offers);

        using var twice = await newsroom.MoveAsync(editor, id, "schedule", ("at", "2027-10-31T02:30"));
        var later = (await Html.ReadAsync(twice)).QuerySelectorAll("input[name=exact]").Select(input => input.GetAttribute("value")!).Last();
        await MovedAsync(editor, id, "schedule", ("exact", later), ("reason", "Nobody else is in."));
        Assert.Equal(new DateTime(2027, 10, 31, 1, 30, 0, DateTimeKind.Utc), Assert.Single((await newsroom.StoryAsync(id)).Schedules).DueUtc);
    }

    [Fact]
    public async Task What_has_to_be_put_right_is_said_before_the_button_is_pressed_and_holds_when_it_is()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var id = await newsroom.StartAsync(editor, Some.CopyFor(await newsroom.SectionAsync()) with { EmbargoUtc = newsroom.Now.AddHours(1), Headline = " " });

        var page = await editor.ReadAsync($"/admin/articles/{id}/publication");
        Assert.Contains("A story needs a headline", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("form[action$=publication] button")!.HasAttribute("disabled"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await newsroom.MoveAsync(editor, id, "publication", ("reason", "x"))).StatusCode);
    }

    private async Task MovedAsync(Colleague who, int id, string move, params (string Name, string Value)[] fields)
    {
        using var answer = await newsroom.MoveAsync(who, id, move, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(DraftState State, string? Note)> StateAsync(int id)
    {
        var draft = (await newsroom.StoryAsync(id)).Draft;
        return (draft.State, draft.Note);
    }
}

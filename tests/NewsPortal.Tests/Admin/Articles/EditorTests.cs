using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Articles;

/// <summary>The editor as a browser without scripts uses it, and as its scripts do.</summary>
public sealed class EditorTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    [Fact]
    public async Task A_story_is_started_and_its_form_saves_every_field()
    {
        var section = await newsroom.SectionAsync();
        var author = await newsroom.AuthorAsync();
        using var ada = await newsroom.ColleagueAsync(Role.Contributor, "Ada Quill");
        var started = await ada.PostAsync("/admin/articles/new", ("Headline", "A bridge opens"), ("SectionId", Text(section.Id)));
        var address = started.Headers.Location!.ToString();
        var saved = await SubmitAsync(ada, address, ("Standfirst", "It is the fourth."), ("Body", "One.\r\n\r\nTwo."), ("Tags", "Floods, Storm gate"),
            ("Bylines[0].AuthorId", Text(author.Id)), ("Bylines[0].Role", "Photographer"), ("Bylines[0].Place", "Hauth"), ("SearchTitle", "Bridge"),
            ("WorkType", "Analysis"), ("LastMinute", "true"), ("CommentsMode", "Closed"), ("Language", "tr"), ("Embargo", "2026-12-01T10:00"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var copy = (await DraftAsync()).Copy;
        Assert.Equal(("A bridge opens", "It is the fourth.", "One.\n\nTwo.", "Bridge"), (copy.Headline, copy.Standfirst, copy.Body, copy.SearchTitle));
        Assert.Equal((WorkType.Analysis, true, false, CommentsMode.Closed, "tr"), (copy.WorkType, copy.LastMinute, copy.Pinned, copy.CommentsMode, copy.Language));
        Assert.Equal(new DateTime(2026, 12, 1, 10, 0, 0, DateTimeKind.Utc), copy.EmbargoUtc);
        Assert.Equal(new BylineCopy(author.Id, BylineRole.Photographer, "Hauth"), Assert.Single(copy.Bylines));
        Assert.Equal(["Floods", "Storm gate"], await newsroom.WithDbAsync(db => db.Tags.OrderBy(t => t.Name).Select(t => t.Name).ToListAsync()));
        Assert.Equal("Floods, Storm gate", (await ada.ReadAsync(address)).QuerySelector("#tags")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Saving_a_form_that_nobody_touched_changes_nothing()
    {
        var (ada, address) = await StoryAsync(Role.Editor);
        var before = await DraftAsync();
        await SubmitAsync(ada, address);
        var after = await DraftAsync();
        Assert.Equal((before.Version, before.SavedBy), (after.Version, after.SavedBy));
    }

    [Fact]
    public async Task A_tag_that_differs_by_a_space_or_a_capital_is_the_same_and_a_near_one_is_pointed_out()
    {
        var tag = await newsroom.TagAsync("Elections");
        var (ada, address) = await StoryAsync(Role.Editor);
        await SubmitAsync(ada, address, ("Tags", " elections , ELECTIONS"));
        Assert.Equal([tag.Id], (await DraftAsync()).Copy.TagIds);
        var answer = await JsonAsync(await ada.GetAsync("/admin/articles/suggestions/tags?typed=Floods,+Election"));
        Assert.Equal("Elections", answer.GetProperty("hints")[0].GetProperty("known").GetString());
        Assert.Single(await newsroom.WithDbAsync(db => db.Tags.ToListAsync()));
    }

    [Fact]
    public async Task What_is_too_long_is_refused_in_a_sentence_and_nothing_is_saved()
    {
        var (ada, address) = await StoryAsync(Role.Editor);
        var refused = await SubmitAsScriptAsync(ada, address, ("Kicker", new string('x', Copy.KickerLength + 1)), ("Body", "New."));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("120", (await JsonAsync(refused)).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("New.", (await DraftAsync()).Copy.Body);
    }

    [Fact]
    public async Task A_stale_form_answers_409_with_both_texts_and_the_merge_is_saved_when_a_side_is_chosen()
    {
        var (ada, address) = await StoryAsync(Role.Editor);
        using var tomas = await newsroom.ColleagueAsync(Role.Editor, "Tomas Reyl");
        var page = await tomas.ReadAsync(address);
        await SubmitAsync(ada, address, ("Headline", "Hers"), ("Standfirst", "New from her."));
        var refused = await SendAsync(tomas, page, script: false, ("Headline", "His"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var merge = Html.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).QuerySelector("form[data-merge]")!;
        Assert.Equal(["Yours His", "From Ada Quill Hers"], merge.Texts("fieldset label"));
        Assert.Equal("Hers", (await DraftAsync()).Copy.Headline);
        var settled = await tomas.PostAsync(merge.GetAttribute("action")!, ("TheirVersion", merge.GetAttribute("data-version")!), ("Choices[Headline]", "Mine"));
        Assert.Equal(HttpStatusCode.SeeOther, settled.StatusCode);
        Assert.Equal(("His", "New from her."), ((await DraftAsync()).Copy.Headline, (await DraftAsync()).Copy.Standfirst));
    }

    [Fact]
    public async Task A_refused_text_is_offered_back_when_its_writer_returns_and_can_be_discarded()
    {
        var (ada, address) = await StoryAsync(Role.Editor);
        using var tomas = await newsroom.ColleagueAsync(Role.Editor, "Tomas Reyl");
        var page = await tomas.ReadAsync(address);
        await SubmitAsync(ada, address, ("Headline", "Hers"));
        await SendAsync(tomas, page, script: true, ("Headline", "His"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(5));
        var link = (await tomas.ReadAsync(address)).QuerySelector("a[href*=merges]")!.GetAttribute("href")!;
        Assert.Contains("His", (await tomas.ReadAsync(link)).Texts("form[data-merge] label")[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync(link)).StatusCode);
        await tomas.PostAsync($"{link}/discard");
        Assert.Null((await tomas.ReadAsync(address)).QuerySelector("a[href*=merges]"));
    }

    [Fact]
    public async Task Who_else_is_here_is_said_and_that_they_type()
    {
        var (_, address) = await StoryAsync(Role.Editor);
        using var ada = await newsroom.ColleagueAsync(Role.Editor, "Ada Quill");
        using var tomas = await newsroom.ColleagueAsync(Role.Editor, "Tomas Reyl");
        var session = (await tomas.ReadAsync(address)).QuerySelector("[name=Session]")!.GetAttribute("value")!;
        await tomas.SendAsync($"{address}/presence", ("session", session), ("typing", "true"));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("Also here: Tomas Reyl since 12:00, typing 10 s ago", (await ada.ReadAsync(address)).QuerySelector("#here")!.TextContent);
    }

    [Fact]
    public async Task The_preview_is_drawn_by_the_server_and_a_script_in_it_is_not()
    {
        var (ada, address) = await StoryAsync(Role.Editor);
        var drawn = await JsonAsync(await ada.SendAsync($"{address}/preview", ("Body", "## Two\n\n<script>alert(1)</script> words")));
        Assert.Contains("<h2", drawn.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", drawn.GetProperty("html").GetString(), StringComparison.Ordinal);
        var page = Html.Parse(await (await ada.PostAsync($"{address}/preview", ("Headline", "Unsaved"), ("Body", "Words."))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Unsaved", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Pasted_copy_is_cleaned_and_a_change_that_is_taken_back_stays_back()
    {
        var (ada, _) = await StoryAsync(Role.Editor);
        const string Pasted = "Son dakika: The gate is shut.\n\nAdd a Comment\n\nSee https://example.org/a?utm_source=x now.";
        var cleaned = await JsonAsync(await ada.SendAsync("/admin/articles/paste", ("Text", Pasted)));
        Assert.True(cleaned.GetProperty("lastMinute").GetBoolean());
        Assert.DoesNotContain("utm_source", cleaned.GetProperty("text").GetString(), StringComparison.Ordinal);
        var note = cleaned.GetProperty("notes").EnumerateArray().First(n => n.GetProperty("kind").GetString() == "Tracking");
        var again = await JsonAsync(await ada.SendAsync("/admin/articles/paste", ("Text", Pasted), ("Undone[0].Kind", "Tracking"),
            ("Undone[0].Before", note.GetProperty("before").GetString()!), ("Undone[0].After", note.GetProperty("after").GetString()!)));
        Assert.Contains("utm_source", again.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_finds_only_what_they_started()
    {
        var (_, address) = await StoryAsync(Role.Editor);
        using var stranger = await newsroom.ColleagueAsync(Role.Contributor);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{address}/draft", ("Headline", "Mine"))).StatusCode);
    }

    [Fact]
    public async Task A_correction_stands_under_the_story_with_its_date()
    {
        var (ada, address) = await StoryAsync(Role.Editor);
        Assert.Equal(HttpStatusCode.BadRequest, (await ada.PostAsync($"{address}/corrections", ("kind", "Correction"), ("text", " "))).StatusCode);
        await ada.PostAsync($"{address}/corrections", ("kind", "Clarification"), ("text", "It is the fifth bridge."));
        var article = await newsroom.WithDbAsync(db => db.Articles.Include(a => a.Section).SingleAsync());
        using var reader = newsroom.Reader();
        var page = await reader.PageAsync(StoryAddress.Of(article.Section!.Slug, article.Slug, article.Id));
        Assert.Contains(page.Texts(".note"), note => note.Contains("It is the fifth bridge.", StringComparison.Ordinal));
    }

    public void Dispose() => newsroom.Dispose();

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
        => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    private static async Task<HttpResponseMessage> SubmitAsync(Colleague who, string address, params (string, string)[] changes)
        => await SendAsync(who, await who.ReadAsync(address), script: false, changes);

    private static async Task<HttpResponseMessage> SubmitAsScriptAsync(Colleague who, string address, params (string, string)[] changes)
        => await SendAsync(who, await who.ReadAsync(address), script: true, changes);

    private static Task<HttpResponseMessage> SendAsync(Colleague who, IDocument page, bool script, params (string Name, string Value)[] changes)
    {
        var form = page.QuerySelector("#story")!;
        var changed = changes.Select(change => change.Name).ToHashSet();
        var fields = Fields(form).Where(field => !changed.Contains(field.Name)).Concat(changes).ToArray();
        var address = form.GetAttribute("action")!;
        return script ? who.SendAsync(address, fields) : who.PostAsync(address, fields);
    }

    private static IEnumerable<(string Name, string Value)> Fields(IElement form) => form.QuerySelectorAll("[name]")
        .Where(field => field.GetAttribute("type") is not "checkbox" || field.HasAttribute("checked"))
        .Where(field => field.GetAttribute("name") != "__RequestVerificationToken")
        .Select(field => (field.GetAttribute("name")!, field.LocalName switch
        {
            "textarea" => field.TextContent,
            "select" => (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))?.GetAttribute("value") ?? "",
            _ => field.GetAttribute("value") ?? "",
        }));

    private async Task<(Colleague Who, string Address)> StoryAsync(Role role)
    {
        var article = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        return (await newsroom.ColleagueAsync(role, "Ada Quill"), $"/admin/articles/{Text(article.Id)}");
    }

    private Task<Draft> DraftAsync() => newsroom.WithDbAsync(db => db.Drafts.AsNoTracking().SingleAsync());
}

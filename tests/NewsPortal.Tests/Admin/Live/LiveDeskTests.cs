using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Live;
using NewsPortal.Tests.Media;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Live;

/// <summary>Live coverage from the desk: begun, written to by several, signed off, mended and closed.</summary>
public sealed class LiveDeskTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task An_editor_covers_a_story_live_and_what_they_write_is_sent_at_once()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;
        Assert.Contains("Cover it live", (await editor.ReadAsync(Live(story))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.PostAsync(Live(story))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await WriteAsync(editor, story, ("Words", "The gate is **shut**."), ("Headline", "Shut at last"), ("Place", "Lower Quay"), ("At", "2026-11-22T11:30"), ("IsKey", "true"))).StatusCode);

        var entry = Assert.Single(await EntriesAsync(story));
        Assert.Equal((EntryState.OnAir, 1, "Shut at last", "Lower Quay", true), (entry.State, entry.Order, entry.Headline, entry.Place, entry.IsKey));
        Assert.Equal(new DateTime(2026, 11, 22, 11, 30, 0, DateTimeKind.Utc), entry.EventUtc);
        Assert.Contains("<strong>shut</strong>", entry.Html, StringComparison.Ordinal);
        Assert.Equal(["A bridge opens"], (await editor.ReadAsync("/admin/live")).Texts(".lines a"));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_entry()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var key = Guid.NewGuid().ToString();
        await WriteAsync(editor, story, ("Words", "One"), ("Key", key));
        await WriteAsync(editor, story, ("Words", "One"), ("Key", key));
        Assert.Single(await EntriesAsync(story));
    }

    [Theory]
    [InlineData("", "2026-11-22T11:30", "An entry says something")]
    [InlineData("Words", "yesterday", "This is no time")]
    [InlineData("Words", "2026-11-22T18:00", "lies in the future")]
    public async Task What_cannot_be_sent_is_said_and_stays_in_its_field(string words, string at, string fault)
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var answer = await WriteAsync(editor, story, ("Words", words), ("At", at), ("Place", "Lower Quay"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Html.ReadAsync(answer);
        Assert.Contains(fault, page.Texts("#fault").Single(), StringComparison.Ordinal);
        Assert.Equal((words, at, "Lower Quay"), (page.QuerySelector("#words")!.TextContent, ValueOf(page, "#at"), ValueOf(page, "#place")));
        Assert.Empty(await EntriesAsync(story));
    }

    [Fact]
    public async Task What_a_contributor_writes_waits_until_an_editor_signs_it_off()
    {
        using var reporter = await newsroom.ColleagueAsync(Role.Contributor, "Tomas Reyl");
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        await WriteAsync(reporter, story, ("Words", "I see water on the quay."));
        var entry = Assert.Single(await EntriesAsync(story));
        Assert.Equal((EntryState.Waiting, 0), (entry.State, entry.Order));
        Assert.Contains("1 waits for sign-off", (await editor.ReadAsync("/admin/live")).Texts(".lines li").Single(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MoveAsync(editor, entry, "return")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await MoveAsync(editor, entry, "return", ("Note", "How much water?"))).StatusCode);
        Assert.Contains("How much water?", (await reporter.ReadAsync(Live(story))).Texts(".note--warn").Single(), StringComparison.Ordinal);

        entry = (await EntriesAsync(story))[0];
        await reporter.PostAsync(Address(entry), ("Version", $"{entry.Version}"), ("Words", "I see a hand of water on the quay."));
        entry = (await EntriesAsync(story))[0];
        Assert.Equal(HttpStatusCode.SeeOther, (await MoveAsync(editor, entry, "sign-off")).StatusCode);
        entry = (await EntriesAsync(story))[0];
        Assert.Equal((EntryState.OnAir, 1, "Tomas Reyl"), (entry.State, entry.Order, entry.WrittenBy));
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync(Address(entry))).StatusCode);
    }

    [Fact]
    public async Task A_stale_edit_changes_nothing_and_shows_both_texts()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var entry = await newsroom.FileAsync(story, "Two leaves are shut.");
        await newsroom.ChangeEntryAsync(entry.Id, e => e.Edit(Some.EntryCopy("Three leaves are shut."), Some.Ada, newsroom.Now));
        var answer = await editor.PostAsync(Address(entry), ("Version", $"{entry.Version}"), ("Words", "Four leaves are shut."));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Html.ReadAsync(answer);
        Assert.Equal("Four leaves are shut.", page.QuerySelector("#words")!.TextContent);
        Assert.Contains("Three leaves are shut.", page.QuerySelector("[aria-labelledby=nowh]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Three leaves are shut.", (await EntriesAsync(story))[0].Words);

        var again = await editor.PostAsync(Address(entry), ("Version", ValueOf(page, "#entry [name=Version]")), ("Words", "Four leaves are shut."));
        Assert.Equal((HttpStatusCode.SeeOther, "Four leaves are shut."), (again.StatusCode, (await EntriesAsync(story))[0].Words));
    }

    [Fact]
    public async Task What_was_deleted_can_be_brought_back_and_what_is_pinned_and_key_is_marked()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        await newsroom.FileAsync(story, "Two leaves are shut.");
        foreach (var (move, seen) in new[] { ("pin", "Pinned"), ("key", "Key event"), ("unpin", "edited"), ("deletion", "deleted"), ("restoration", "Make it a story") })
        {
            var answer = await MoveAsync(editor, (await EntriesAsync(story))[0], move, ("IsKey", "true"));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            var text = (await editor.ReadAsync(Live(story))).Texts(".run").Single();
            Assert.True(text.Contains(seen, StringComparison.Ordinal) != (move == "unpin"), text);
        }

        Assert.Equal((EntryState.OnAir, true), ((await EntriesAsync(story))[0].State, (await EntriesAsync(story))[0].IsKey));
    }

    [Fact]
    public async Task An_entry_becomes_a_story_with_its_words_and_a_way_back()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var entry = await newsroom.FileAsync(story, "Divers found a chain in the sill.");
        var answer = await MoveAsync(editor, entry, "story");
        var begun = int.Parse(answer.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
        var draft = await newsroom.WithDbAsync(db => db.Articles.Where(a => a.Id == begun).Select(a => a.Draft).SingleAsync());
        Assert.Equal("Divers found a chain in the sill.", draft.Copy.Headline);
        Assert.Contains($"?entry={entry.Id}#entry-{entry.Id}", draft.Copy.Body, StringComparison.Ordinal);
        Assert.Equal([story], draft.Copy.RelatedIds);
        Assert.Equal(begun, (await EntriesAsync(story))[0].StoryId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await MoveAsync(editor, (await EntriesAsync(story))[0], "story")).StatusCode);
    }

    [Fact]
    public async Task A_picture_alone_becomes_a_story_under_the_headline_of_the_coverage()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var picture = new LiveText("![](photo:1)", "<img src=\"/media/1/quay.jpg\">", "", 1);
        var entry = await newsroom.FileAsync(story, "", change: _ => new EntryCopy(picture));
        var answer = await MoveAsync(editor, entry, "story");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var draft = await newsroom.WithDbAsync(db => db.Articles.OrderBy(a => a.Id).Select(a => a.Draft).LastAsync());
        Assert.Equal("A gate is stuck", draft.Headline);
    }

    [Fact]
    public async Task The_houses_own_words_in_an_entry_are_of_the_storys_section()
    {
        const string Words = "Su geldi.[^1]\n\n[^1]: Liman.";
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await newsroom.SectionAsync("Liman", "tr");
        var story = await newsroom.LiveStoryAsync();
        await WriteAsync(editor, story, ("Words", Words));
        var (turkish, english) = await newsroom.WithAsync(async services =>
        {
            var texts = services.GetRequiredService<LiveTexts>();
            return (await texts.RenderAsync(Words, "tr"), await texts.RenderAsync(Words, "en"));
        });
        Assert.NotEqual(english.Html, turkish.Html);
        Assert.Equal(turkish.Html, (await EntriesAsync(story))[0].Html);
    }

    [Fact]
    public async Task Closing_needs_a_summary_and_nothing_is_sent_afterwards()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        var refused = await SumUpAsync(editor, story, "closing", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SumUpAsync(editor, story, "closing", "- The gate held.")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await WriteAsync(editor, story, ("Words", "Late"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await SumUpAsync(editor, story, "reopening", "")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await WriteAsync(editor, story, ("Words", "Late"))).StatusCode);
    }

    [Fact]
    public async Task A_picture_from_a_phone_goes_into_the_words()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var story = await newsroom.LiveStoryAsync();
        using var file = new ByteArrayContent(Pictures.Jpeg(640, 480)) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        using var form = new MultipartFormDataContent { { new StringContent("Water."), "Words" }, { new StringContent("The quay"), "Figure.Caption" }, { file, "File", "quay.jpg" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await editor.PostAsync($"{Live(story)}/entries", form)).StatusCode);
        var entry = Assert.Single(await EntriesAsync(story));
        Assert.Contains("<figcaption", entry.Html, StringComparison.Ordinal);
        Assert.Contains("\"The quay\"", entry.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_of_other_sections_is_not_found()
    {
        var story = await newsroom.LiveStoryAsync();
        var entry = await newsroom.FileAsync(story, "Two leaves are shut.");
        using var reporter = await newsroom.ColleagueAsync(Role.Contributor, sectionIds: (await newsroom.SectionAsync("Culture")).Id);
        Assert.Equal(HttpStatusCode.NotFound, (await reporter.GetAsync(Live(story))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await WriteAsync(reporter, story, ("Words", "One"))).StatusCode);
        using var editor = await newsroom.ColleagueAsync(Role.Editor, sectionIds: (await newsroom.SectionAsync("Arts")).Id);
        Assert.Equal(HttpStatusCode.NotFound, (await MoveAsync(editor, entry, "deletion")).StatusCode);
    }

    private static string ValueOf(IDocument page, string field) => page.QuerySelector(field)!.GetAttribute("value")!;

    private static string Live(int story) => FormattableString.Invariant($"/admin/articles/{story}/live");

    private static string Address(Entry entry) => FormattableString.Invariant($"{Live(entry.ArticleId)}/entries/{entry.Id}");

    private static Task<HttpResponseMessage> WriteAsync(Colleague who, int story, params (string Name, string Value)[] fields) => who.PostAsync($"{Live(story)}/entries", fields);

    private static Task<HttpResponseMessage> MoveAsync(Colleague who, Entry entry, string move, params (string Name, string Value)[] fields)
        => who.PostAsync($"{Address(entry)}/{move}", [("Version", $"{entry.Version}"), .. fields]);

    private async Task<HttpResponseMessage> SumUpAsync(Colleague who, int story, string move, string summary)
    {
        var version = await newsroom.WithDbAsync(db => db.Coverages.Where(c => c.ArticleId == story).Select(c => c.Version).SingleAsync());
        return await who.PostAsync($"{Live(story)}/{move}", ("Version", $"{version}"), ("Summary", summary));
    }

    private Task<List<Entry>> EntriesAsync(int story) => newsroom.WithDbAsync(db => db.Entries.AsNoTracking().Where(e => e.ArticleId == story).OrderBy(e => e.Id).ToListAsync());
}

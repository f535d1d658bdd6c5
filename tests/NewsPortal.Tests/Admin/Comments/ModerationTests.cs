using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Comments;

/// <summary>A moderator at the queue, by forms and links alone.</summary>
public sealed class ModerationTests : IDisposable
{
    private const string Desk = "/admin/comments";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task What_waits_longest_is_read_first_in_the_context_of_its_story_and_parent()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var story = await StoryAsync();
        var parent = await newsroom.CommentAsync(story, "I was at the ninth drill.");
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.CommentAsync(story, "Who signed the form?", CommentState.Pending, parent.Id);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(23));
        await newsroom.CommentAsync(story, "Good map.", CommentState.Pending);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = await moderator.ReadAsync(Desk);
        Assert.Equal(["Who signed the form?", "Good map."], page.Texts("#queue li p"));
        Assert.Equal(["24 min", "1 min"], page.Texts("#queue li time"));
        Assert.Contains("2 to read. The oldest has waited 24 minutes.", page.QuerySelector(".top p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Who signed the form?"], page.Texts(".case .said"));
        Assert.Equal(["I was at the ninth drill."], page.Texts(".case .ctx .typed"));
        Assert.Equal($"/world/a-bridge-opens-{story}", page.QuerySelector(".case [data-story]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_approved_comment_is_under_its_story_and_the_next_one_is_open()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var story = await StoryAsync();
        await newsroom.CommentAsync(story, "Who signed the form?", CommentState.Pending);
        await newsroom.CommentAsync(story, "Good map.", CommentState.Pending);

        var answer = await DecideAsync(moderator, await moderator.ReadAsync(Desk), "approval");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var next = await moderator.ReadAsync(answer.Headers.Location!.ToString().Split('#')[0]);
        Assert.Equal(["Good map."], next.Texts(".case .said"));
        Assert.StartsWith("Approved: “Who signed the form?”", next.Texts("#just").Single(), StringComparison.Ordinal);
        Assert.Equal(["Who signed the form?"], await ShownAsync(story));
    }

    [Theory]
    [InlineData("approval", "live")]
    [InlineData("rejection", "back")]
    [InlineData("spam", "back")]
    public async Task A_move_is_undone_as_if_it_had_not_been(string move, string shape)
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var story = await StoryAsync();
        await newsroom.CommentAsync(story, "Who signed the form?", CommentState.Pending);
        var before = await CountsAsync(moderator);
        var answer = await DecideAsync(moderator, await moderator.ReadAsync(Desk), move, ("Reason", "Insult"));
        var list = await moderator.ReadAsync(answer.Headers.Location!.ToString().Split('#')[0]);
        Assert.NotEqual(before, await CountsAsync(moderator));
        Assert.Equal(move == "approval", (await ShownAsync(story)).Count == 1);

        newsroom.Clock.Advance(TimeSpan.FromSeconds(30));
        var undone = await moderator.PostAsync("/admin/comments/undoing", ("Batch", list.QuerySelector("#just [name=Batch]")!.GetAttribute("value")!), ("Back", Desk));
        Assert.Equal(Desk, undone.Headers.Location!.ToString());
        Assert.Equal(before, await CountsAsync(moderator));
        Assert.Empty(await ShownAsync(story));
        var page = await moderator.ReadAsync(Desk);
        Assert.Equal(["Who signed the form?"], page.Texts(".case .said"));
        Assert.DoesNotContain($"data-s=\"{shape}\"", page.QuerySelector(".case")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_late_is_told_who_decided_what()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var story = await StoryAsync();
        var comment = await newsroom.CommentAsync(story, "Who signed the form?", CommentState.Pending);
        var (seen, late) = (await ines.ReadAsync(Desk), await omar.ReadAsync(Desk));
        await DecideAsync(ines, seen, "rejection", ("Reason", "Insult"));

        var answer = await DecideAsync(omar, late, "approval");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await Html.ReadAsync(answer);
        Assert.Contains("Ines Demir", page.Texts("[role=alert]").Single(), StringComparison.Ordinal);
        Assert.Contains("12:00", page.Texts("[role=alert]").Single(), StringComparison.Ordinal);
        Assert.Equal(CommentState.Rejected, await StateAsync(comment.Id));
        Assert.Empty(await ShownAsync(story));
    }

    [Fact]
    public async Task The_tabs_show_what_the_table_holds_and_no_page_counts()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var story = await StoryAsync();
        await newsroom.CommentAsync(story, "One", CommentState.Pending);
        await newsroom.CommentAsync(story, "Two", CommentState.Pending);
        await newsroom.CommentAsync(story, "Three", CommentState.Rejected);
        await newsroom.CommentAsync(story, "Four", CommentState.Spam);
        await newsroom.CommentAsync(story, "Five");
        using var statements = new StatementCount(newsroom.Database);
        Assert.Equal(["To read 2", "Reported 0", "Spam 1", "Rejected 1", "Approved 1"], (await moderator.ReadAsync(Desk)).Texts(".tabs a"));
        Assert.DoesNotContain(statements.Statements, sql => sql.Contains("COUNT(", StringComparison.OrdinalIgnoreCase));
        foreach (var (queue, text) in new[] { ("Rejected", "Three"), ("Spam", "Four"), ("Approved", "Five") })
        {
            Assert.Equal([text], (await moderator.ReadAsync($"{Desk}?queue={queue}")).Texts("#queue li p"));
        }
    }

    [Fact]
    public async Task Who_is_limited_to_a_section_finds_nothing_of_another()
    {
        var (world, economy) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Economy"));
        using var bound = await newsroom.ColleagueAsync(Role.Moderator, null, world.Id);
        var (here, there) = (await newsroom.PublishAsync(Some.CopyFor(world)), await newsroom.PublishAsync(Some.CopyFor(economy)));
        await newsroom.CommentAsync(here.Id, "Of the world", CommentState.Pending);
        var other = await newsroom.CommentAsync(there.Id, "Of money", CommentState.Pending);

        var page = await bound.ReadAsync(Desk);
        Assert.Equal(["Of the world"], page.Texts("#queue li p"));
        Assert.Equal("To read 1", page.Texts(".tabs a")[0]);
        foreach (var path in new[] { $"{Desk}/{other.Id}", $"{Desk}/{other.Id}/case" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await bound.GetAsync(path)).StatusCode);
        }

        foreach (var move in new[] { "approval", "rejection", "spam", "claim" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await bound.PostAsync($"{Desk}/{other.Id}/{move}", ("Version", $"{other.Version}"))).StatusCode);
        }

        Assert.Empty((await bound.ReadAsync($"{Desk}?section={economy.Id}")).Texts("#queue li p"));
        Assert.Equal(CommentState.Pending, await StateAsync(other.Id));
    }

    [Fact]
    public async Task Text_is_shown_as_text_everywhere()
    {
        const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> =HYPERLINK(1)";
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var story = await StoryAsync();
        var comment = await newsroom.CommentAsync(story, Hostile, CommentState.Pending);
        foreach (var path in new[] { Desk, $"{Desk}/{comment.Id}", $"{Desk}/{comment.Id}/case" })
        {
            var page = await moderator.ReadAsync(path);
            Assert.Equal([Hostile], page.Texts(".case .said"));
            Assert.Empty(page.QuerySelectorAll(".case script, .case img, #queue img"));
        }
    }

    private async Task<int> StoryAsync() => (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;

    private static Task<HttpResponseMessage> DecideAsync(Colleague who, IDocument page, string move, params (string, string)[] more)
    {
        var form = page.QuerySelector("#decide")!;
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
        var address = form.GetAttribute("action")!;
        return who.PostAsync(address[..address.LastIndexOf('/')] + "/" + move, [.. fields, .. more]);
    }

    private static async Task<string> CountsAsync(Colleague who) => string.Join(' ', (await who.ReadAsync(Desk)).Texts(".tabs a"));

    private Task<CommentState> StateAsync(int id) => newsroom.WithDbAsync(db => db.Comments.Where(c => c.Id == id).Select(c => c.State).SingleAsync());

    private async Task<IReadOnlyList<string>> ShownAsync(int story)
        => (await newsroom.Reader().PageAsync(string.Create(CultureInfo.InvariantCulture, $"/world/a-bridge-opens-{story}"))).Texts(".comment .said");
}

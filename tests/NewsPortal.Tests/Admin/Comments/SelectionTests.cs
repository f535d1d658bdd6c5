using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Comments;

/// <summary>Several comments at once.</summary>
public sealed class SelectionTests : IDisposable
{
    private const string Desk = "/admin/comments";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Nothing_happens_before_it_was_shown_what_would_and_all_of_it_is_undone_at_once()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var picks = await WaitingAsync("One", "Two", "Three");
        var preview = await Html.ReadAsync(await moderator.PostAsync($"{Desk}/selection", [("Verdict", "Rejected"), .. picks[..2]]));
        Assert.Equal("2 comments are not shown to readers. It can be undone.", preview.Texts(".top p")[^1]);
        Assert.Equal(["One", "Two"], preview.Texts("tbody td:nth-child(2) span"));
        Assert.All(await StatesAsync(), state => Assert.Equal(CommentState.Pending, state));

        var answer = await moderator.PostAsync($"{Desk}/selection/decisions", [("Verdict", "Rejected"), ("Reason", "Insult"), .. picks[..2]]);
        Assert.Equal([CommentState.Rejected, CommentState.Rejected, CommentState.Pending], await StatesAsync());
        var desk = await moderator.ReadAsync(answer.Headers.Location!.ToString().Split('#')[0]);
        Assert.StartsWith("2 comments rejected.", desk.Texts("#just").Single(), StringComparison.Ordinal);
        await moderator.PostAsync($"{Desk}/undoing", ("Batch", desk.QuerySelector("#just [name=Batch]")!.GetAttribute("value")!));
        Assert.All(await StatesAsync(), state => Assert.Equal(CommentState.Pending, state));
    }

    [Fact]
    public async Task What_a_colleague_decided_meanwhile_is_said_and_left_alone()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var picks = await WaitingAsync("One", "Two");
        await ines.PostAsync($"{Desk}/selection/decisions", [("Verdict", "Spam"), picks[0]]);
        var preview = await Html.ReadAsync(await omar.PostAsync($"{Desk}/selection", [("Verdict", "Approved"), .. picks]));
        Assert.Contains("Ines Demir", preview.Texts("tbody tr:first-child td:last-child").Single(), StringComparison.Ordinal);
        Assert.NotNull(preview.QuerySelector("tbody tr:first-child input[disabled]"));

        var answer = await omar.PostAsync($"{Desk}/selection/decisions", [("Verdict", "Approved"), .. picks]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal([CommentState.Spam, CommentState.Approved], await StatesAsync());
        Assert.Contains("Ines Demir", (await omar.ReadAsync(answer.Headers.Location!.ToString().Split('#')[0])).Texts(".note--bad").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_leaves_what_was_decided_again_since()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var picks = await WaitingAsync("One", "Two");
        var answer = await ines.PostAsync($"{Desk}/selection/decisions", [("Verdict", "Spam"), .. picks]);
        var batch = answer.Headers.Location!.ToString().Split("done=")[1].Split('#', '&')[0];
        var again = await omar.ReadAsync($"{Desk}?queue=Spam");
        await omar.PostAsync($"{Desk}/selection/decisions", ("Verdict", "Approved"), ("Pick", again.QuerySelectorAll("[name=Pick]")[^1].GetAttribute("value")!));
        // Another's batch is nobody else's to undo.
        await omar.PostAsync($"{Desk}/undoing", ("Batch", batch));
        Assert.Equal([CommentState.Approved, CommentState.Spam], (await StatesAsync()).Order());
        await ines.PostAsync($"{Desk}/undoing", ("Batch", batch));
        Assert.Equal([CommentState.Pending, CommentState.Approved], (await StatesAsync()).Order());
    }

    [Fact]
    public async Task Garbage_picks_nothing()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        await WaitingAsync("One");
        foreach (var pick in new[] { "", ".", "1", "x.y", "-1.1", "99999999999.1", "123456.1" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await moderator.PostAsync($"{Desk}/selection", ("Verdict", "Approved"), ("Pick", pick))).StatusCode);
            await moderator.PostAsync($"{Desk}/selection/decisions", ("Verdict", "Approved"), ("Pick", pick));
        }

        await moderator.PostAsync($"{Desk}/selection/decisions", ("Verdict", "Pending"), ("Pick", "1.1"));
        var elsewhere = await moderator.PostAsync($"{Desk}/selection/decisions", ("Verdict", "Approved"), ("Back", "https://elsewhere.example/"));
        Assert.StartsWith(Desk, elsewhere.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.All(await StatesAsync(), state => Assert.Equal(CommentState.Pending, state));
    }

    private async Task<(string, string)[]> WaitingAsync(params string[] texts)
    {
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var picks = new List<(string, string)>();
        foreach (var text in texts)
        {
            newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
            var comment = await newsroom.CommentAsync(story.Id, text, CommentState.Pending);
            picks.Add(("Pick", $"{comment.Id}.{comment.Version}"));
        }

        return [.. picks];
    }

    private Task<List<CommentState>> StatesAsync() => newsroom.WithDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync());
}

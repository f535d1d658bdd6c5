using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>Readers tell moderators what is wrong with a comment.</summary>
public sealed class ReportingTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_report_puts_the_comment_before_moderators_once_and_not_again_for_what_they_ruled_on()
    {
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var id = (await newsroom.CommentAsync(story.Id)).Id;
        using var reader = new Correspondent(newsroom);
        Assert.NotNull((await reader.Browser.PageAsync($"/comments/{id}/reports/new")).QuerySelector($"[name=reason][value={nameof(ReportReason.Insult)}]"));
        await SaysAsync("Thank you.", ReportReason.Insult);
        await SaysAsync("reported this already", ReportReason.Insult);
        Assert.Equal(1, (await FindAsync(id)).Reports);
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.QueueCounts.Where(c => c.Queue == CommentQueue.Reported).SumAsync(c => c.Count)));

        await newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.SingleAsync()).Decide(new Ruling(CommentState.Approved), Some.Ada, newsroom.Now);
            return await db.SaveChangesAsync();
        });
        await SaysAsync("and it stays", ReportReason.Insult);
        Assert.Equal(0, (await FindAsync(id)).Reports);
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.QueueCounts.Where(c => c.Queue == CommentQueue.Reported).SumAsync(c => c.Count)));

        async Task SaysAsync(string words, ReportReason reason)
        {
            using var answer = await reader.SendAsync($"/comments/{id}/reports", ("reason", reason.ToString()));
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_reason_or_a_comment_there_is_no_report()
    {
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var id = (await newsroom.CommentAsync(story.Id)).Id;
        var pending = (await newsroom.CommentAsync(story.Id, state: CommentState.Pending)).Id;
        using var reader = new Correspondent(newsroom);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.SendAsync($"/comments/{id}/reports", ("reason", "77"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.SendAsync($"/comments/{id}/reports")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.SendAsync($"/comments/{pending}/reports", ("reason", "Insult"))).StatusCode);
        Assert.Equal(0, (await FindAsync(id)).Reports);
    }

    private Task<Comment> FindAsync(int id) => newsroom.WithDbAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id));
}

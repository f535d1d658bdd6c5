using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>What readers may still do with what they wrote, and what nobody else ever sees of it.</summary>
public sealed class OwnCommentTests : IDisposable
{
    private const string Marker = "Quillwort";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task It_can_be_changed_and_withdrawn_for_some_minutes_by_its_writer_alone()
    {
        var (story, id, reader) = await PostedAsync("A first thought.");
        using var stranger = new Correspondent(newsroom);
        Assert.Equal(HttpStatusCode.Conflict, (await stranger.SendAsync($"/comments/{id}/change", ("body", "Stolen."))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await stranger.SendAsync($"/comments/{id}/withdrawal")).StatusCode);

        var form = await reader.Browser.PageAsync($"/comments/{id}/change");
        Assert.Equal("A first thought.", form.QuerySelector("textarea")!.TextContent);
        using var changed = await reader.SendAsync($"/comments/{id}/change", ("body", "A *second* thought."));
        Assert.Equal("<p>A <em>second</em> thought.</p>", (await reader.FollowAsync(changed)).QuerySelector(".mine .said")!.InnerHtml);
        using var withdrawn = await reader.SendAsync($"/comments/{id}/withdrawal");
        Assert.Empty((await reader.FollowAsync(withdrawn)).QuerySelectorAll(".mine .comment"));
        Assert.Equal(CommentState.Withdrawn, (await FindAsync(id)).State);
        reader.Dispose();
        Assert.NotEqual(0, story);
    }

    [Theory]
    [InlineData("decided")]
    [InlineData("late")]
    public async Task After_that_what_was_typed_is_given_back(string why)
    {
        var (_, id, reader) = await PostedAsync("A first thought.");
        if (why == "late")
        {
            newsroom.Clock.Advance(TimeSpan.FromMinutes(6));
        }
        else
        {
            await DecideAsync(id, CommentState.Approved);
        }

        using var answer = await reader.SendAsync($"/comments/{id}/change", ("body", "Too late a thought."));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Too late a thought.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("A first thought.", (await FindAsync(id)).Body);
        reader.Dispose();
    }

    [Fact]
    public async Task Who_is_rejected_is_told_why()
    {
        var (story, id, reader) = await PostedAsync("You fool.");
        await DecideAsync(id, CommentState.Rejected, RejectionReason.Insult);
        var own = (await reader.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelector(".comment")!;
        Assert.Contains("Your comment was not published.", own.TextContent, StringComparison.Ordinal);
        Assert.Contains("Insult", own.TextContent, StringComparison.Ordinal);
        reader.Dispose();
    }

    [Fact]
    public async Task What_is_approved_is_on_the_stored_page_and_gone_again_when_it_is_hidden()
    {
        var (story, id, reader) = await PostedAsync(Marker);
        var address = $"/world/a-bridge-opens-{story}";
        Assert.Null((await reader.Browser.PageAsync(address)).QuerySelector($"#comment-{id}"));
        await DecideAsync(id, CommentState.Approved);
        await Eventually.IsAsync(async () => (await reader.Browser.PageAsync(address)).QuerySelector($"#comment-{id} .said") is not null);
        await DecideAsync(id, CommentState.Rejected, RejectionReason.Other);
        await Eventually.IsAsync(async () => (await reader.Browser.PageAsync(address)).QuerySelector($"#comment-{id}") is null);
        reader.Dispose();
    }

    private Task<Comment> FindAsync(int id) => newsroom.WithDbAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id));

    private Task<int> DecideAsync(int id, CommentState verdict, RejectionReason? reason = null) => newsroom.WithDbAsync(async db =>
    {
        (await db.Comments.SingleAsync(c => c.Id == id)).Decide(new Ruling(verdict, verdict == CommentState.Rejected ? reason : null), Some.Ada, newsroom.Now);
        return await db.SaveChangesAsync();
    });

    private async Task<(int Story, int Id, Correspondent Reader)> PostedAsync(string body)
    {
        var story = (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;
        var reader = new Correspondent(newsroom);
        (await reader.PostAsync(story, body)).EnsureSeeOther();
        return (story, await newsroom.WithDbAsync(db => db.Comments.Select(c => c.Id).SingleAsync()), reader);
    }
}

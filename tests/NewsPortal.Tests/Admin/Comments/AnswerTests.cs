using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Comments;

/// <summary>The paper answers readers, and points out what others should read.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly Newsroom newsroom = new(("PageCache:MegaBytes", "0"));

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task An_answer_stands_below_the_comment_at_once_under_a_badge_and_a_name()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var (id, address) = await ApprovedAsync();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
            (await moderator.PostAsync($"/admin/comments/{id}/answers", ("text", "The map was *corrected*."))).EnsureSeeOther()));
        var page = await newsroom.Reader().PageAsync(address);
        var answer = page.QuerySelector(".list ol .comment")!;
        Assert.Equal("The map was corrected.", answer.QuerySelector(".said")!.TextContent.Trim());
        Assert.Equal(moderator.Person.Name, answer.QuerySelector("b")!.TextContent);
        Assert.NotNull(answer.QuerySelector(".badge"));
        var decision = await newsroom.WithDbAsync(db => db.Decisions.AsNoTracking().SingleAsync());
        Assert.Equal((CommentState.Approved, moderator.Person.Name), (decision.Verdict, decision.By));
        Assert.Equal(2, await newsroom.WithDbAsync(db => db.Articles.Select(a => a.CommentCount).SingleAsync()));
    }

    [Fact]
    public async Task Without_words_or_below_what_nobody_sees_there_is_no_answer_and_what_was_typed_is_kept()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var (id, _) = await ApprovedAsync();
        using var empty = await moderator.PostAsync($"/admin/comments/{id}/answers", ("text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var odd = await moderator.PostAsync($"/admin/comments/{id}/answers", ("text", "A \u0007 bell"));
        Assert.Contains("U&#x2B;0007", await odd.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var waits = (await newsroom.CommentAsync(await newsroom.WithDbAsync(db => db.Articles.Select(a => a.Id).SingleAsync()), state: CommentState.Pending)).Id;
        using var early = await moderator.PostAsync($"/admin/comments/{waits}/answers", ("text", "We looked into it."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("Approve the comment first", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await newsroom.WithDbAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_picked_comment_says_so_to_readers_until_it_is_picked_no_more()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var (id, address) = await ApprovedAsync();
        (await moderator.PostAsync($"/admin/comments/{id}/pick")).EnsureSeeOther();
        Assert.Equal(["Editor's pick"], (await newsroom.Reader().PageAsync(address)).Texts(".picked"));
        Assert.NotNull((await moderator.ReadAsync($"/admin/comments/{id}")).QuerySelector("form[action$='pick/removal']"));
        (await moderator.PostAsync($"/admin/comments/{id}/pick/removal")).EnsureSeeOther();
        Assert.Empty((await newsroom.Reader().PageAsync(address)).Texts(".picked"));
    }

    [Fact]
    public async Task Below_a_section_that_is_not_theirs_nobody_speaks()
    {
        var (id, _) = await ApprovedAsync();
        var other = await newsroom.SectionAsync("Economy");
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator, null, other.Id);
        using var answer = await moderator.PostAsync($"/admin/comments/{id}/answers", ("text", "Hello."));
        using var pick = await moderator.PostAsync($"/admin/comments/{id}/pick");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, pick.StatusCode));
    }

    private async Task<(int Id, string Address)> ApprovedAsync()
    {
        var section = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(section));
        return ((await newsroom.CommentAsync(story.Id, "The map is wrong.")).Id, StoryAddress.Of(section.Slug, story.Slug, story.Id));
    }
}

using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments.Notices;

/// <summary>Whoever asked for letters learns from one that their comment was not published, and why.</summary>
public sealed class DecisionLetterTests : Mailbox
{
    [Fact]
    public async Task A_rejection_is_told_when_it_stands_with_the_reason_and_the_way_to_appeal()
    {
        var story = await StoryAsync();
        var id = await ConfirmedAsync(story);
        var decision = await DecideAsync(id, CommentState.Rejected, RejectionReason.Insult, "A known brawler.", "The second line.");
        await newsroom.WithDbAsync(async db =>
        {
            var comment = await db.Comments.Include(c => c.Decisions).SingleAsync(c => c.Id == id);
            comment.Return(comment.Decisions.Single(d => d.Id == decision), newsroom.Now);
            return await db.SaveChangesAsync();
        });
        await GoRoundAsync();
        Assert.Single(server.Letters);

        await DecideAsync(id, CommentState.Rejected, RejectionReason.Insult, "A known brawler.", "The second line.");
        await GoRoundAsync();
        var said = MailServer.Said(server.Letters[^1]);
        Assert.Equal("Your comment was not published: A bridge opens", Plain(server.Letters[^1].Subject));
        Assert.Contains("The reason: Insult.", said, StringComparison.Ordinal);
        Assert.Contains("The moderator writes: The second line.", said, StringComparison.Ordinal);
        Assert.Contains("> The gate is open.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("brawler", said, StringComparison.Ordinal);

        using var elsewhere = new Correspondent(newsroom);
        var path = Regex.Match(said, @"/comments/\d+/appeal\?key=[\w-]+").Value;
        var key = path.Split("key=")[1];
        (await elsewhere.SendAsync($"/comments/{id}/appeal", ("text", "It is a quotation."), ("key", key))).EnsureSuccessStatusCode();
        await DecideAsync(id, CommentState.Approved);
        await GoRoundAsync();
        Assert.Equal("Your comment is published: A bridge opens", Plain(server.Letters[^1].Subject));
        Assert.Equal(3, server.Letters.Count);
    }

    [Fact]
    public async Task Spam_is_told_in_a_letter_no_earlier_than_on_the_page()
    {
        var story = await StoryAsync();
        var id = await ConfirmedAsync(story);
        await DecideAsync(id, CommentState.Spam);
        await GoRoundAsync();
        newsroom.Clock.Advance(TimeSpan.FromHours(23));
        await GoRoundAsync();
        Assert.Single(server.Letters);
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await GoRoundAsync();
        Assert.Contains("spam", MailServer.Said(server.Letters[^1]), StringComparison.Ordinal);
        Assert.Equal(2, server.Letters.Count);
    }
}

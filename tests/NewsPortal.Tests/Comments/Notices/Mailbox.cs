using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NewsPortal.Comments;
using NewsPortal.Comments.Notices;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments.Notices;

/// <summary>A paper that writes letters, one of its readers, and whoever takes in the post.</summary>
public abstract class Mailbox : IDisposable
{
    protected const string Email = "oyku@reader.example";

    private protected readonly MailServer server = new();
    private protected readonly Newsroom newsroom;
    private protected readonly Correspondent reader;

    protected Mailbox()
    {
        newsroom = new Newsroom([.. server.Settings, ("Site:Url", "https://paper.example"), ("Site:Name", "The Meridian")]);
        reader = new Correspondent(newsroom);
    }

    public void Dispose()
    {
        reader.Dispose();
        newsroom.Dispose();
        server.Dispose();
        GC.SuppressFinalize(this);
    }

    protected List<string> Subjects() => [.. server.Letters.Select(letter => Plain(letter.Subject))];

    protected static string Plain(string? text) => text!.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    protected static string LinkIn(MimeMessage letter, string what, bool whole = false)
        => Regex.Match(MailServer.Said(letter), (whole ? "https://paper.example" : "") + $@"/comments/letters/{what}\?key=[\w-]+").Value;

    protected async Task<int> StoryAsync() => (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;

    protected async Task<int> WriteAsync(int story, string body, bool wants = true, int? answers = null, string email = Email)
    {
        (string, string)[] fields = [("email", email), .. wants ? [("letters", "true")] : Array.Empty<(string, string)>(), .. answers is { } id ? [("parentId", Correspondent.Number(id))] : Array.Empty<(string, string)>()];
        (await reader.PostAsync(story, body, fields)).EnsureSeeOther();
        return await newsroom.WithDbAsync(db => db.Comments.MaxAsync(c => c.Id));
    }

    protected async Task<int> ConfirmedAsync(int story)
    {
        var id = await WriteAsync(story, "The gate is open.");
        await DecideAsync(id, CommentState.Approved);
        await GoRoundAsync();
        await ConfirmAsync();
        return id;
    }

    protected async Task ConfirmAsync()
    {
        using var confirmed = await reader.SendAsync(NoticeKeys.Confirmation, ("key", LinkIn(server.Letters[0], "confirmation").Split("key=")[1]));
        confirmed.EnsureSuccessStatusCode();
    }

    protected async Task<int> AnswerAsync(int story, int to, string text = "Not so.")
    {
        var id = (await newsroom.CommentAsync(story, text, CommentState.Pending, to)).Id;
        await DecideAsync(id, CommentState.Approved);
        return id;
    }

    protected Task<int> DecideAsync(int id, CommentState verdict, RejectionReason? reason = null, string? note = null, string? told = null) => newsroom.WithDbAsync(async db =>
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var decision = (await db.Comments.Include(c => c.Article).SingleAsync(c => c.Id == id)).Decide(new Ruling(verdict, reason, note, told), Some.Ada, newsroom.Now);
        await db.SaveChangesAsync();
        return decision.Id;
    });

    /// <summary>Until all that is decided has settled, was noted, and nothing is due any more.</summary>
    protected async Task GoRoundAsync(bool settled = true)
    {
        newsroom.Clock.Advance(DecisionWatch.Settled + TimeSpan.FromSeconds(1));
        var last = await newsroom.WithDbAsync(db => db.Decisions.MaxAsync(d => (long?)d.Id)) ?? 0;
        await Eventually.IsAsync(() => AdvancedAsync(() => newsroom.WithDbAsync(async db =>
        {
            var cursor = await db.ChangeCursors.AsNoTracking().SingleOrDefaultAsync(c => c.Name == "comment-letters");
            return cursor is not null && (!settled ? cursor.Failures > 0 : cursor.Seq >= last && cursor.Claim == null
                && !await db.Notices.AnyAsync(n => n.DoneUtc == null && n.DueUtc <= newsroom.Now && (n.Kind == NoticeKind.Confirmation || n.Wish!.Subscriber.ConfirmedUtc != null)));
        })));
    }

    // The rounds wait by the newsroom's clock.
    protected Task<bool> AdvancedAsync(Func<Task<bool>> isSo)
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        return isSo();
    }
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Comments.Guard;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Comments;

public enum PostingOutcome
{
    Posted,

    /// <summary>The same form once more: it is the comment that it made.</summary>
    Again,
    NoStory,
    StoryGone,
    Closed,

    /// <summary>Members write here, and nobody is signed in.</summary>
    MembersOnly,

    /// <summary>What it answers is not there for readers.</summary>
    NoParent,
    TooOften,

    /// <summary>There is a surge, and theirs came moments ago.</summary>
    Slow,
    Banned,
}

/// <param name="Who">As far as they are known.</param>
/// <param name="Network">Where they are, as far as limits need to know.</param>
public sealed record Sender(Recognised Who, string Network);

/// <param name="Comment">The comment that is there now, if any.</param>
public sealed record Posted(PostingOutcome Outcome, Comment? Comment = null)
{
    /// <summary>Why and until when this reader may not comment.</summary>
    public Ban? Ban { get; init; }
}

/// <summary>
/// Takes a reader's comment. The machine notes what speaks for waiting; the paper's mode and the writer's history decide;
/// nothing is dropped.
/// </summary>
public sealed class Posting(NewsDb db, CommentMarkup markup, CommentSettings settings, Admission admission, CommentGuard guard)
{
    private static readonly CompiledQuery<int, Article> Story = new((db, id) => db.Articles.AsNoTracking().Include(a => a.Section).Where(a => a.Id == id.Value && a.Kind == ArticleKind.Story));
    private static readonly CompiledQuery<int, Article> Tracked = new((db, id) => db.Articles.Where(a => a.Id == id.Value));

    public async Task<Posted> PostAsync(CommentForm form, CommentCopy copy, Sender sender, DateTime now, CancellationToken cancel)
    {
        var story = await Story.Ask(db, form.ArticleId).FirstOrDefaultAsync(cancel);
        if (story is not { State: ArticleState.Published or ArticleState.Withdrawn })
        {
            return new Posted(PostingOutcome.NoStory);
        }

        var talk = settings.Of(story, now);
        if (!talk.IsOpen)
        {
            return new Posted(story.State == ArticleState.Withdrawn ? PostingOutcome.StoryGone : PostingOutcome.Closed);
        }

        if (talk.Mode == CommentsMode.MembersOnly && sender.Who.Member is null)
        {
            return new Posted(PostingOutcome.MembersOnly);
        }

        var examined = await guard.ExamineAsync(form, copy, now, cancel);
        var rendered = markup.Render(copy.Body);
        Posted? posted = null;
        // Who posts at the same moment waits: limits and doubles are looked for among all that are kept.
        await db.WriteAsync(async () => posted = await KeepAsync(examined, rendered, sender, talk.Mode, now, cancel), cancel);
        return posted!;
    }

    private async Task<Posted> KeepAsync(Examined examined, RenderedComment rendered, Sender sender, CommentsMode mode, DateTime now, CancellationToken cancel)
    {
        await db.TakeTurnAsync(CommentTally.Turn, cancel);
        var (form, copy) = (examined.Form, examined.Copy);
        var parent = form.ParentId is not { } id ? null : await db.Comments.Include(c => c.Root)
            .FirstOrDefaultAsync(c => c.Id == id && c.ArticleId == form.ArticleId && c.State == CommentState.Approved && c.Kind == CommentKind.Comment, cancel);
        if (parent is null && form.ParentId is not null)
        {
            return new Posted(PostingOutcome.NoParent);
        }

        var admitted = await admission.LookAsync(form, copy, sender, now, cancel);
        if (admitted.Refusal is { } refusal)
        {
            // Whoever is turned away may be the one by whom the surge was noticed: the desk is told all the same.
            await db.SaveChangesAsync(cancel);
            return refusal;
        }

        var story = await Tracked.Ask(db, form.ArticleId).FirstAsync(cancel);
        var commenter = await CommenterAsync(sender, copy.Name, now, cancel);
        var comment = Comment.Post(story, parent, new Speaker(copy.Name) { Commenter = commenter, Email = admitted.Email, NetworkId = admitted.NetworkId }, copy.Body, rendered, now);
        await guard.WeighAsync(comment, commenter, examined, now, cancel);
        Place(comment, mode, admitted.IsSurge, now);
        db.Add(comment);
        await db.SaveChangesAsync(cancel);
        return new Posted(PostingOutcome.Posted, comment);
    }

    // What the machine found is advice; this is the policy.
    private static void Place(Comment comment, CommentsMode mode, bool isSurge, DateTime now)
    {
        if (isSurge)
        {
            comment.HoldFor(HoldKind.Surge);
        }

        if (mode is CommentsMode.PostModerated or CommentsMode.MembersOnly && comment.Holds.Count == 0)
        {
            comment.ApproveBy(DecisionRule.PostModerated, now);
        }
    }

    private async Task<Commenter> CommenterAsync(Sender sender, string name, DateTime now, CancellationToken cancel)
    {
        var (id, account) = (sender.Who.CommenterId, sender.Who.AccountId);
        var known = account is not null ? await db.Commenters.FirstOrDefaultAsync(c => c.AccountId == account, cancel)
            : id is not null ? await db.Commenters.FirstOrDefaultAsync(c => c.Id == id, cancel)
            : null;
        known?.Call(name);
        return known ?? Commenter.First(name, now, account);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
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

    /// <summary>What it answers is not there for readers.</summary>
    NoParent,
    TooOften,

    /// <summary>There is a surge, and theirs came moments ago.</summary>
    Slow,
    Banned,
}

/// <param name="CommenterId">By their cookie; null of a stranger.</param>
/// <param name="Network">Where they are, as far as limits need to know.</param>
public sealed record Sender(int? CommenterId, string Network);

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
public sealed class Posting(NewsDb db, CommentMarkup markup, CommentSettings settings, CommentNetworks networks, SurgeWatch surges, TimeProvider clock)
{
    /// <summary>So many comments from one network within <see cref="Span"/> are a person's.</summary>
    public const int MostPerSpan = 10;
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    private const int FreeLinks = 2;

    public async Task<Posted> PostAsync(CommentForm form, CommentCopy copy, Sender sender, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var story = await db.Articles.AsNoTracking().Include(a => a.Section).FirstOrDefaultAsync(a => a.Id == form.ArticleId && a.Kind == ArticleKind.Story, cancel);
        if (story is not { State: ArticleState.Published or ArticleState.Withdrawn })
        {
            return new Posted(PostingOutcome.NoStory);
        }

        var talk = settings.Of(story, now);
        if (!talk.IsOpen)
        {
            return new Posted(story.State == ArticleState.Withdrawn ? PostingOutcome.StoryGone : PostingOutcome.Closed);
        }

        var rendered = markup.Render(copy.Body);
        Posted? posted = null;
        // Who posts at the same moment waits: limits and doubles are looked for among all that are kept.
        await db.WriteAsync(async () => posted = await KeepAsync(form, copy, rendered, sender, talk, now, cancel), cancel);
        return posted!;
    }

    private async Task<Posted> KeepAsync(CommentForm form, CommentCopy copy, RenderedComment rendered, Sender sender, Talk talk, DateTime now, CancellationToken cancel)
    {
        var parent = form.ParentId is not { } id ? null : await db.Comments.Include(c => c.Root)
            .FirstOrDefaultAsync(c => c.Id == id && c.ArticleId == form.ArticleId && c.State == CommentState.Approved && c.Kind == CommentKind.Comment, cancel);
        if (parent is null && form.ParentId is not null)
        {
            return new Posted(PostingOutcome.NoParent);
        }

        var network = await networks.IdOfAsync(sender.Network, now, cancel);
        var since = now - Span;
        var recent = await db.Comments.AsNoTracking().Where(c => c.NetworkId == network && c.PostedUtc > since).OrderByDescending(c => c.PostedUtc).Take(MostPerSpan).ToListAsync(cancel);
        if (recent.Find(c => c.Body == copy.Body && c.Name == copy.Name && c.ArticleId == form.ArticleId && c.ParentId == form.ParentId && c.State != CommentState.Withdrawn) is { } same)
        {
            return new Posted(PostingOutcome.Again, same);
        }

        if (recent.Count >= MostPerSpan)
        {
            return new Posted(PostingOutcome.TooOften);
        }

        if (await BanAsync(sender, network, now, cancel) is { } ban)
        {
            return new Posted(PostingOutcome.Banned) { Ban = ban };
        }

        var isSurge = await surges.IsOnAsync(form.ArticleId, now, cancel);
        if (isSurge && recent.Exists(c => c.ArticleId == form.ArticleId && c.PostedUtc > now - SurgeWatch.Pause))
        {
            return new Posted(PostingOutcome.Slow);
        }

        var story = await db.Articles.FirstAsync(a => a.Id == form.ArticleId, cancel);
        var commenter = await CommenterAsync(sender, copy.Name, now, cancel);
        var comment = Comment.Post(story, parent, new Speaker(copy.Name, copy.Email) { Commenter = commenter, NetworkId = network }, copy.Body, rendered, now);
        Weigh(comment, commenter, copy, isHoneyed: !string.IsNullOrEmpty(form.Website));
        if (isSurge)
        {
            comment.HoldFor(HoldKind.Surge);
        }

        if (talk.Mode != CommentsMode.PreModerated && comment.Holds.Count == 0)
        {
            comment.ApproveBy(DecisionRule.PostModerated, now);
        }

        db.Add(comment);
        await db.SaveChangesAsync(cancel);
        return new Posted(PostingOutcome.Posted, comment);
    }

    private Task<Ban?> BanAsync(Sender sender, string network, DateTime now, CancellationToken cancel)
    {
        var writer = sender.CommenterId?.ToString(CultureInfo.InvariantCulture);
        return db.Bans.AsNoTracking().Holding(now)
            .FirstOrDefaultAsync(b => (b.Kind == BanKind.Network && b.Key == network) || (b.Kind == BanKind.Writer && b.Key == writer), cancel);
    }

    private async Task<Commenter> CommenterAsync(Sender sender, string name, DateTime now, CancellationToken cancel)
    {
        var known = sender.CommenterId is { } id ? await db.Commenters.FirstOrDefaultAsync(c => c.Id == id, cancel) : null;
        known?.Call(name);
        return known ?? Commenter.First(name, null, now);
    }

    private void Weigh(Comment comment, Commenter commenter, CommentCopy copy, bool isHoneyed)
    {
        Hold(HoldKind.HoldsAll, commenter.HoldsAll);
        Hold(HoldKind.FirstComments, commenter.Approved < settings.FirstApproved);
        Hold(HoldKind.TooManyLinks, copy.Links > FreeLinks);
        Hold(HoldKind.FirstLink, copy.Links > 0 && copy.Links <= FreeLinks && commenter.Approved == 0);
        Hold(HoldKind.Honeypot, isHoneyed);
        void Hold(HoldKind kind, bool applies)
        {
            if (applies)
            {
                comment.HoldFor(kind);
            }
        }
    }
}

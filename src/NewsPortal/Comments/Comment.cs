using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Sections;

namespace NewsPortal.Comments;

public enum CommentState
{
    Pending,
    Approved,
    Rejected,
    Spam,
}

public enum CommentKind
{
    Comment,

    /// <summary>Another site's word that it links here; kept, never counted nor shown as a reader's.</summary>
    Pingback,
}

public class Comment : Announcer, IVersioned
{
    public const int NameLength = 80;
    public const int BodyLength = 10_000;

    private Comment()
    {
    }

    public int Id { get; private set; }

    public int Version { get; private set; }

    public int ArticleId { get; private set; }

    public Article? Article { get; private set; }

    /// <summary>The comment this one answers.</summary>
    public int? ParentId { get; private set; }

    public Comment? Parent { get; private set; }

    /// <summary>The comment that began the thread; null for that comment itself.</summary>
    public int? RootId { get; private set; }

    public Comment? Root { get; private set; }

    public CommentKind Kind { get; private set; }

    public CommentState State { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Never printed.</summary>
    public string? Email { get; private set; }

    /// <summary>Set when somebody of the paper speaks: the name carries a badge.</summary>
    public int? AuthorId { get; private set; }

    public Author? Author { get; private set; }

    /// <summary>As typed.</summary>
    public string Body { get; private set; } = "";

    public string BodyHtml { get; private set; } = "";

    public int RendererVersion { get; private set; }

    public DateTime PostedUtc { get; private set; }

    public DateTime? DecidedUtc { get; private set; }

    protected override string Subject => $"comment:{Id}";

    /// <param name="article">What it is about.</param>
    /// <param name="answers">The comment it answers, of the same article; null starts a thread.</param>
    /// <param name="by">Who speaks.</param>
    /// <param name="body">As typed.</param>
    /// <param name="rendered">The body after <c>Markup</c>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="kind">A reader's words, or another site's ping.</param>
    public static Comment Post(
        Article article, Comment? answers, Commenter by, string body, RenderedComment rendered, DateTime now, CommentKind kind = CommentKind.Comment) => new()
        {
            Article = article,
            Parent = answers,
            Root = answers?.Root ?? answers,
            Name = by.Name,
            Email = by.Email,
            AuthorId = by.AuthorId,
            Body = body,
            BodyHtml = rendered.Html,
            RendererVersion = rendered.RendererVersion,
            PostedUtc = now,
            Kind = kind,
        };

    /// <summary>Shows it to readers. Needs <see cref="Article"/> loaded and saved: its counter moves in the same transaction.</summary>
    /// <exception cref="RefusedException">It is approved already.</exception>
    public void Approve(DateTime now)
    {
        if (State == CommentState.Approved)
        {
            throw new RefusedException("This comment is approved already.");
        }

        State = CommentState.Approved;
        DecidedUtc = now;
        if (Kind == CommentKind.Comment)
        {
            Article!.CountComments(1);
            Announce(ChangeKind.CommentApproved, now, Touched(Article, now));
        }
    }

    /// <summary>Keeps it from readers, as rejected or as spam. Needs <see cref="Article"/> loaded.</summary>
    /// <exception cref="RefusedException">The verdict hides nothing.</exception>
    public void Hide(CommentState verdict, DateTime now)
    {
        if (verdict is not (CommentState.Rejected or CommentState.Spam))
        {
            throw new RefusedException("A comment is hidden as rejected or as spam.");
        }

        if (State == CommentState.Approved && Kind == CommentKind.Comment)
        {
            Article!.CountComments(-1);
            Announce(ChangeKind.CommentHidden, now, () => [CacheTag.Comments(Article.Id)]);
        }

        State = verdict;
        DecidedUtc = now;
    }

    /// <summary>The same words from a newer renderer.</summary>
    internal void Rerender(RenderedComment rendered, DateTime now)
    {
        var isShown = State == CommentState.Approved && Kind == CommentKind.Comment;
        if (isShown && BodyHtml != rendered.Html)
        {
            Announce(ChangeKind.CommentChanged, now, () => [CacheTag.Comments(ArticleId)]);
        }

        BodyHtml = rendered.Html;
        RendererVersion = rendered.RendererVersion;
    }

    // One that loses a comment stands on every ranking which that could change; one that gains a comment may enter another.
    private static Func<IEnumerable<string>> Touched(Article story, DateTime now)
    {
        var (count, section, age) = (story.CommentCount, story.SectionId, now - story.PublishedUtc);
        var onFront = age <= MostDiscussed.OnFront ? CacheTag.Discussed(count) : null;
        var inSection = section is { } id && age <= MostDiscussed.InSection ? CacheTag.Discussed(id, count) : null;
        return () => new[] { CacheTag.Comments(story.Id), onFront, inSection }.OfType<string>();
    }
}

public sealed record Commenter(string Name, string? Email = null, int? AuthorId = null);

/// <summary>A comment's body after <c>Markup</c>.</summary>
public sealed record RenderedComment(string Html, int RendererVersion);

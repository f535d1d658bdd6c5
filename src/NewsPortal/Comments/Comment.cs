using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Comments.Privacy;
using NewsPortal.Sections;

namespace NewsPortal.Comments;

public enum CommentState
{
    Pending,
    Approved,
    Rejected,
    Spam,

    /// <summary>By its writer; nobody decides on it any more.</summary>
    Withdrawn,

    /// <summary>Only its place is left.</summary>
    Erased,
}

public enum CommentKind
{
    Comment,

    /// <summary>Another site's word that it links here; kept, never counted nor shown as a reader's.</summary>
    Pingback,
}

public partial class Comment : Announcer, IVersioned
{
    public const int NameLength = 80;
    public const int BodyLength = 10_000;

    // The story as it stands when this is told: see CommentTally.
    private StoryCounted? counted;

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

    /// <summary>See <see cref="Privacy.CommenterEmails"/>.</summary>
    public string? EmailSealed { get; private set; }

    /// <summary>Whose byline it is, where it is one.</summary>
    public int? AuthorId { get; private set; }

    public Author? Author { get; private set; }

    /// <summary>Somebody of the paper speaks: the name carries a badge.</summary>
    public bool IsStaff { get; private set; }

    /// <summary>As typed.</summary>
    public string Body { get; private set; } = "";

    public string BodyHtml { get; private set; } = "";

    public int RendererVersion { get; private set; }

    public DateTime PostedUtc { get; private set; }

    public DateTime? DecidedUtc { get; private set; }

    public DateTime? EditedUtc { get; private set; }

    protected override string Subject => $"comment:{Id}";

    /// <param name="article">What it is about.</param>
    /// <param name="answers">The comment it answers, of the same article; null starts a thread.</param>
    /// <param name="by">Who speaks.</param>
    /// <param name="body">As typed.</param>
    /// <param name="rendered">The body after <c>Markup</c>.</param>
    /// <param name="now">UTC.</param>
    /// <param name="kind">A reader's words, or another site's ping.</param>
    public static Comment Post(
        Article article, Comment? answers, Speaker by, string body, RenderedComment rendered, DateTime now, CommentKind kind = CommentKind.Comment) => new()
        {
            Article = article,
            SectionId = article.SectionId,
            Parent = answers,
            Root = answers?.Root ?? answers,
            Name = by.Name,
            EmailSealed = by.Email?.Text,
            AuthorId = by.AuthorId,
            IsStaff = by.IsStaff || by.AuthorId is not null,
            Commenter = by.Commenter,
            EmailKey = by.Email?.Key,
            NetworkId = by.NetworkId,
            Body = body,
            BodyHtml = rendered.Html,
            RendererVersion = rendered.RendererVersion,
            PostedUtc = now,
            QueuedUtc = now,
            Kind = kind,
        };

    /// <summary>Shows it to readers. The counters move in the same transaction: see <see cref="CommentTally"/>.</summary>
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
            Announce(ChangeKind.CommentApproved, now, () => Touched(now));
        }
    }

    /// <summary>Keeps it from readers, as rejected or as spam.</summary>
    /// <exception cref="RefusedException">The verdict hides nothing.</exception>
    public void Hide(CommentState verdict, DateTime now)
    {
        if (verdict is not (CommentState.Rejected or CommentState.Spam))
        {
            throw new RefusedException("A comment is hidden as rejected or as spam.");
        }

        Leave(verdict, now);
    }

    /// <summary>Takes all out of it that says anything about anybody. Load it with its holds, decisions and appeals.</summary>
    public void Erase(DateTime now)
    {
        Leave(CommentState.Erased, now);
        (Name, Body, BodyHtml) = ("", "", "");
        (EmailSealed, EmailKey, NetworkId) = (null, null, null);
        (CommenterId, Commenter) = (null, null);
        (Fingerprint, Reports, IsPicked) = (0, 0, false);
        Holds.Clear();
        Appeals.Clear();
        Decisions.ForEach(decision => decision.Forget());
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

    /// <summary>Told when it is saved, so that readers' lists that rest on the number are made old.</summary>
    internal void Count(StoryCounted story) => counted = story;

    private void Leave(CommentState to, DateTime now)
    {
        if (State == CommentState.Approved && Kind == CommentKind.Comment)
        {
            Announce(ChangeKind.CommentHidden, now, () => [CacheTag.Comments(ArticleId)]);
        }

        State = to;
        DecidedUtc = now;
    }

    // One that loses a comment stands on every ranking which that could change; one that gains a comment may enter another.
    private IEnumerable<string> Touched(DateTime now)
    {
        var (count, section, published) = counted ?? throw new InvalidOperationException("An approved comment was saved past the counters.");
        yield return CacheTag.Comments(ArticleId);
        if (now - published <= MostDiscussed.OnFront)
        {
            yield return CacheTag.Discussed(count);
        }

        if (section is { } id && now - published <= MostDiscussed.InSection)
        {
            yield return CacheTag.Discussed(id, count);
        }
    }
}

/// <summary>Who speaks.</summary>
/// <param name="AuthorId">Somebody of the paper.</param>
public sealed record Speaker(string Name, int? AuthorId = null)
{
    /// <summary>Somebody of the paper, though without a byline.</summary>
    public bool IsStaff { get; init; }

    /// <summary>The person, where they can be told from others.</summary>
    public Commenter? Commenter { get; init; }

    /// <summary>Where they gave one.</summary>
    public SealedEmail? Email { get; init; }

    /// <summary>See <see cref="Comment.NetworkId"/>.</summary>
    public string? NetworkId { get; init; }
}

/// <summary>A comment's body after <c>Markup</c>.</summary>
public sealed record RenderedComment(string Html, int RendererVersion);

/// <summary>How many comments readers see under a story, once this one is among them.</summary>
public sealed record StoryCounted(int Count, int? SectionId, DateTime? PublishedUtc);

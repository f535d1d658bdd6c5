using NewsPortal.Accounts;
using NewsPortal.Changes;

namespace NewsPortal.Articles;

/// <summary>Where the work on a story stands. Readers see none of it until it is published.</summary>
public enum DraftState
{
    Writing,
    InReview,
    Approved,

    /// <summary>Back with the writer, with a <see cref="Draft.Note"/>. Written on like any other.</summary>
    SentBack,

    /// <summary>All that was saved has been published.</summary>
    Settled,
}

/// <summary>The working copy of an article, with its HTML made at save. Saving it never touches the published face.</summary>
public partial class Draft : Announcer, IVersioned
{
    public const int NoteLength = 2000;

    // Folding may spell a letter with two, and an index of SQL Server holds 1,700 bytes.
    public const int FindTextLength = 800;

    private Draft()
    {
    }

    internal Draft(Copy copy, RenderedBody rendered, Signature by, DateTime now) => Save(copy, rendered, by, now);

    public int ArticleId { get; private set; }

    public int Version { get; private set; }

    public DraftState State { get; private set; }

    public Copy Copy { get; private set; } = null!;

    // Beside the copy and the face, so that the desk's lists read this row alone, from one index, and never the texts.
    public string Headline { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public int? SectionId { get; private set; }

    /// <summary>Headline and address, folded, to be found by at the desk: a space stands before every word.</summary>
    public string FindText { get; private set; } = "";

    /// <summary>The article's <see cref="Article.State"/>.</summary>
    public ArticleState ItemState { get; private set; }

    /// <summary>When anything last happened to the story at the desk: a save, a move, a plan.</summary>
    public DateTime ChangedUtc { get; private set; }

    public string BodyHtml { get; private set; } = "";

    public string SearchText { get; private set; } = "";

    public int RendererVersion { get; private set; }

    public int WordCount { get; private set; }

    public DateTime SavedUtc { get; private set; }

    public string SavedBy { get; private set; } = "";

    public int? SavedById { get; private set; }

    /// <summary>The accounts that have saved it since the last publication: whoever of them publishes it has not been read by another.</summary>
    public IReadOnlyList<int> WriterIds { get; private set; } = [];

    /// <summary>Number of the newest <see cref="Revision"/>; 0 before the first.</summary>
    public int LastRevision { get; private set; }

    /// <summary>A word back from whoever reviewed it, or to them from whoever handed it in.</summary>
    public string? Note { get; private set; }

    internal RenderedStory Rendered => new(BodyHtml, SearchText, WordCount, RendererVersion);

    protected override string Subject => $"article:{ArticleId}";

    /// <summary>Keeps the copy as the working one. What was approved, or is live, is being written again.</summary>
    public void Save(Copy copy, RenderedBody rendered, Signature by, DateTime now)
    {
        Keep(copy, by, now);
        Take(rendered);
    }

    /// <summary>Puts the same words in another section.</summary>
    public void MoveTo(int sectionId, Signature by, DateTime now) => Keep(Copy with { SectionId = sectionId }, by, now);

    /// <summary>An immutable copy of the present state, with the next number; add it to <see cref="Article.Revisions"/>, which need not be loaded.</summary>
    public Revision Snapshot(Signature by, DateTime now, string? note = null) => Snapshot(Copy, by, now, published: false, note);

    internal Revision Snapshot(Copy copy, Signature by, DateTime now, bool published, string? note = null) => new()
    {
        Number = ++LastRevision,
        Copy = copy,
        By = by.Name,
        ById = by.AccountId,
        AtUtc = now,
        Note = note,
        Published = published,
    };

    /// <summary>Readers see it now; nobody's unread words are left in it.</summary>
    internal void Settle(DateTime now)
    {
        State = DraftState.Settled;
        Note = null;
        WriterIds = [];
        ChangedUtc = now;
    }

    internal void Follow(ArticleState state, DateTime now)
    {
        ItemState = state;
        ChangedUtc = now;
    }

    /// <summary>Takes HTML of the same words made by a newer renderer.</summary>
    internal void Take(RenderedBody rendered)
    {
        (BodyHtml, SearchText, WordCount, RendererVersion) = rendered.Under(Copy.Headline, Copy.Standfirst);
    }

    private void Keep(Copy copy, Signature by, DateTime now)
    {
        Copy = copy;
        (Headline, Slug, SectionId) = (copy.Headline, copy.Slug, copy.SectionId);
        var find = $" {Search.Fold.Of(copy.Headline)} {Search.Fold.Of(copy.Slug)}";
        FindText = find.Length <= FindTextLength ? find : find[..FindTextLength];
        (SavedBy, SavedById) = (by.Name, by.AccountId);
        (SavedUtc, ChangedUtc) = (now, now);
        if (State is DraftState.Approved or DraftState.Settled)
        {
            State = DraftState.Writing;
        }

        if (by.AccountId is { } writer && !WriterIds.Contains(writer))
        {
            WriterIds = [.. WriterIds, writer];
        }
    }
}

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
    private Draft()
    {
    }

    internal Draft(Copy copy, RenderedBody rendered, Signature by, DateTime now) => Save(copy, rendered, by, now);

    public int ArticleId { get; private set; }

    public int Version { get; private set; }

    public DraftState State { get; private set; }

    public Copy Copy { get; private set; } = null!;

    /// <summary>The copy's headline, beside it so that lists of drafts need not read the copy.</summary>
    public string Headline { get; private set; } = "";

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

    /// <summary>A word back from whoever reviewed it.</summary>
    public string? Note { get; private set; }

    protected override string Subject => $"article:{ArticleId}";

    /// <summary>Keeps the copy as the working one. What was approved, or is live, is being written again.</summary>
    public void Save(Copy copy, RenderedBody rendered, Signature by, DateTime now)
    {
        Copy = copy;
        Headline = copy.Headline;
        Take(rendered);
        (SavedBy, SavedById) = (by.Name, by.AccountId);
        SavedUtc = now;
        if (State is DraftState.Approved or DraftState.Settled)
        {
            State = DraftState.Writing;
        }

        if (by.AccountId is { } writer && !WriterIds.Contains(writer))
        {
            WriterIds = [.. WriterIds, writer];
        }
    }

    /// <summary>An immutable copy of the present state, with the next number; add it to <see cref="Article.Revisions"/>, which need not be loaded.</summary>
    public Revision Snapshot(Signature by, DateTime now, string? note = null, bool published = false) => new()
    {
        Number = ++LastRevision,
        Copy = Copy,
        By = by.Name,
        ById = by.AccountId,
        AtUtc = now,
        Note = note,
        Published = published,
    };

    /// <summary>Readers see it now; nobody's unread words are left in it.</summary>
    internal void Settle()
    {
        State = DraftState.Settled;
        Note = null;
        WriterIds = [];
    }

    /// <summary>Takes HTML of the same words made by a newer renderer.</summary>
    internal void Take(RenderedBody rendered)
    {
        BodyHtml = rendered.Html;
        SearchText = Search.SearchText.Of(Copy.Headline, Copy.Standfirst, rendered.SearchText);
        WordCount = rendered.WordCount;
        RendererVersion = rendered.RendererVersion;
    }
}

/// <summary>A body after <c>Markup</c>: safe HTML, its folded words for search, and who made it.</summary>
public sealed record RenderedBody(string Html, string SearchText, int WordCount, int RendererVersion);

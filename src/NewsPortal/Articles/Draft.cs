namespace NewsPortal.Articles;

public enum DraftState
{
    Writing,
    InReview,
    Approved,
}

/// <summary>The working copy of an article, with its HTML made at save. Saving it never touches the published face.</summary>
public class Draft : IVersioned
{
    private Draft()
    {
    }

    internal Draft(Copy copy, RenderedBody rendered, string by, DateTime now) => Save(copy, rendered, by, now);

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

    /// <summary>A word back from whoever reviewed it.</summary>
    public string? Note { get; private set; }

    public void Save(Copy copy, RenderedBody rendered, string by, DateTime now)
    {
        Copy = copy;
        Headline = copy.Headline;
        Take(rendered);
        SavedBy = by;
        SavedUtc = now;
    }

    /// <summary>Hands it to whoever approves.</summary>
    public void SendToReview() => State = DraftState.InReview;

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

using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Audit;
using NewsPortal.Changes;

namespace NewsPortal.Live;

/// <summary>What can become of a coverage. Each move refuses what is not allowed, in a sentence.</summary>
public partial class Coverage
{
    /// <summary>A story goes live, also before it is out: readers then get both together.</summary>
    /// <exception cref="RefusedException">It is a standing page, or was withdrawn.</exception>
    public static Coverage Start(Article article, Signature by, DateTime now)
    {
        if (article.Kind != ArticleKind.Story || article.State == ArticleState.Withdrawn)
        {
            throw new RefusedException("Only a story that is not withdrawn can be covered live.");
        }

        var coverage = new Coverage { ArticleId = article.Id, Article = article, StartedUtc = now, StartedBy = by.Name, StartedById = by.AccountId };
        coverage.AnnounceEverywhere(now);
        coverage.Record(AuditKind.CoverageStarted, by, now, article.Headline);
        return coverage;
    }

    /// <summary>Changes the key points; none takes the box away. Those of a closed coverage stay: they are what it left.</summary>
    /// <exception cref="RefusedException">They are too long, or there are none any more and the coverage is closed.</exception>
    public void Summarise(LiveText summary, Signature by, DateTime now)
    {
        var before = Summary;
        if (summary.Words == before)
        {
            return;
        }

        Keep(summary, mayBeEmpty: IsOpen);
        Announce(ChangeKind.CoverageChanged, now, () => []);
        Record(AuditKind.CoverageSummarised, by, now, TitleOf(summary.Plain), before);
    }

    /// <summary>Puts an entry above the others, in the place of the one that is there.</summary>
    /// <exception cref="RefusedException">Readers do not have it, or it is of another story.</exception>
    public void Pin(Entry entry, Signature by, DateTime now)
    {
        if (entry.ArticleId != ArticleId || entry.State != EntryState.OnAir)
        {
            throw new RefusedException("Only what readers have can be pinned.");
        }

        if (PinnedEntryId == entry.Id)
        {
            return;
        }

        PinnedEntryId = entry.Id;
        Announce(ChangeKind.CoverageChanged, now, () => []);
        Record(AuditKind.EntryPinned, by, now, entry.Title);
    }

    /// <summary>Lets go of an entry. Another that was pinned meanwhile stays.</summary>
    public void Unpin(Entry entry, Signature by, DateTime now)
    {
        if (PinnedEntryId != entry.Id)
        {
            return;
        }

        PinnedEntryId = null;
        Announce(ChangeKind.CoverageChanged, now, () => []);
        Record(AuditKind.EntryUnpinned, by, now, entry.Title);
    }

    /// <summary>Ends it. What it leaves to those who come later is the summary.</summary>
    /// <exception cref="RefusedException">It is closed already, or nothing is left.</exception>
    public void Close(LiveText summary, Signature by, DateTime now)
    {
        if (!IsOpen)
        {
            throw new RefusedException("This coverage is closed already.");
        }

        Keep(summary, mayBeEmpty: false);
        ClosedUtc = now;
        AnnounceEverywhere(now);
        Record(AuditKind.CoverageClosed, by, now, TitleOf(summary.Plain));
    }

    /// <exception cref="RefusedException">It goes on anyway.</exception>
    public void Reopen(Signature by, DateTime now)
    {
        if (IsOpen)
        {
            throw new RefusedException("This coverage is not closed.");
        }

        ClosedUtc = null;
        AnnounceEverywhere(now);
        Record(AuditKind.CoverageReopened, by, now, TitleOf(Summary));
    }

    /// <summary>The same words from a newer renderer.</summary>
    public void Rerender(LiveText summary, DateTime now)
    {
        var before = SummaryHtml;
        (SummaryHtml, RendererVersion) = (summary.Html, summary.RendererVersion);
        if (before != SummaryHtml)
        {
            Announce(ChangeKind.CoverageChanged, now, () => []);
        }
    }

    private void Keep(LiveText summary, bool mayBeEmpty)
    {
        if (!mayBeEmpty && summary.IsEmpty)
        {
            throw new RefusedException("Closing leaves a summary: say in a few lines what happened.");
        }

        if (summary.Words.Length > SummaryLength)
        {
            throw new RefusedException("That is too long: at most {0} characters.", SummaryLength);
        }

        (Summary, SummaryHtml, RendererVersion) = (summary.Words, summary.Html, summary.RendererVersion);
    }

    // Cards say whether a story is live.
    private void AnnounceEverywhere(DateTime now) => Announce(ChangeKind.CoverageChanged, now, () => [CacheTag.Card(ArticleId)]);

    private string TitleOf(string otherwise) => Article?.Headline ?? otherwise;
}

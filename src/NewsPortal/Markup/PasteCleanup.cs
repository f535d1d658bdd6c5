using NewsPortal.Markup.Paste;

namespace NewsPortal.Markup;

/// <param name="Headline">Plain text.</param>
/// <param name="Body">Markdown, with whatever came along.</param>
public sealed record PastedCopy(string Headline, string Body);

/// <param name="Headline">Plain text, one line.</param>
/// <param name="Body">Markdown.</param>
/// <param name="LastMinute">The copy called itself "Last minute": a flag now, no longer a word.</param>
/// <param name="Promos">Lines that advertise another story: taken out of the body, to be offered as related links.</param>
/// <param name="Notes">Everything that was changed, in the order of changing.</param>
public sealed record CleanedCopy(
    string Headline, string Body, bool LastMinute, IReadOnlyList<PromoLink> Promos, IReadOnlyList<CleanupNote> Notes);

/// <param name="Text">What it says.</param>
/// <param name="Url">Where it leads, if it was a link.</param>
public sealed record PromoLink(string Text, string? Url);

/// <param name="Kind">What was wrong.</param>
/// <param name="Before">The line as it was.</param>
/// <param name="After">The line as it is now; empty when it was taken out.</param>
public sealed record CleanupNote(CleanupKind Kind, string Before, string After);

public enum CleanupKind
{
    /// <summary>Letters read in the wrong encoding.</summary>
    Encoding,

    /// <summary>Spaces and joiners that are not seen.</summary>
    InvisibleSigns,

    /// <summary>"&amp;quot;" left as text.</summary>
    Entities,

    /// <summary>Tags and attributes left as text.</summary>
    LeakedMarkup,

    /// <summary>A quotation that opens one way and closes another.</summary>
    Quotes,

    /// <summary>Parameters of an address that only tell who sent the reader.</summary>
    Tracking,

    /// <summary>"Last minute:" before the words.</summary>
    LastMinute,

    /// <summary>A line that says the headline once more, taken out.</summary>
    RepeatedHeadline,

    /// <summary>A line that says the headline once more, now the caption of the picture beside it.</summary>
    Caption,

    /// <summary>"Add a Comment", "Share": the page's words, not the story's.</summary>
    PageFurniture,

    /// <summary>A line that leads to another story.</summary>
    Promo,
}

/// <summary>Mends scraped and wired copy. A pure function; cleaning what is clean changes nothing.</summary>
public static class PasteCleanup
{
    /// <summary>Mending one thing can show another. Real copy is clean after two or three passes.</summary>
    private const int MostPasses = 40;

    /// <param name="pasted">As it came.</param>
    /// <param name="undone">
    /// Notes of an earlier cleaning of the same copy that an editor took back: those changes are not made again.
    /// </param>
    public static CleanedCopy Clean(PastedCopy pasted, IReadOnlySet<CleanupNote>? undone = null)
    {
        var notes = new Notebook(undone);
        var copy = pasted;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = copy;
            copy = Pass(copy, notes);
            if (copy == before)
            {
                break;
            }
        }

        return new(copy.Headline, copy.Body, notes.LastMinute, notes.Promos, notes.Notes);
    }

    private static PastedCopy Pass(PastedCopy copy, Notebook notes)
    {
        copy = Lines.Normalise(copy);
        copy = Encodings.Mend(copy, notes);
        copy = copy with
        {
            Headline = Lines.Change(copy.Headline, CleanupKind.Entities, notes, Entities.InPlainText),
            Body = Lines.Change(copy.Body, CleanupKind.Entities, notes, Entities.InMarkdown),
        };
        copy = Lines.Change(copy, CleanupKind.InvisibleSigns, notes, InvisibleSigns.Remove);
        copy = copy with { Body = LeakedMarkup.RemoveElements(copy.Body, notes) };
        copy = Lines.Change(copy, CleanupKind.LeakedMarkup, notes, LeakedMarkup.Remove);
        copy = Lines.Change(copy, CleanupKind.Quotes, notes, BrokenQuotes.Mend);
        copy = Lines.Change(copy, CleanupKind.Tracking, notes, Tracking.Remove);
        copy = Lines.Normalise(copy);
        copy = LastMinutePrefix.Lift(copy, notes);
        copy = copy with { Body = PageFurniture.Remove(copy.Body, notes) };
        copy = HeadlineEcho.Resolve(copy, notes);
        return copy with { Body = Promos.Lift(copy.Body, notes) };
    }
}

using NewsPortal.Articles;
using NewsPortal.Changes;

namespace NewsPortal.Breaking;

public enum FlashLevel
{
    LastMinute,
    Developing,
    Urgent,
}

/// <summary>One line that cannot wait, on every page until it ends.</summary>
public class Flash : Announcer, IVersioned
{
    public const int TextLength = 300;

    private Flash()
    {
    }

    public int Id { get; private set; }

    public int Version { get; private set; }

    public FlashLevel Level { get; private set; }

    /// <summary>The flash's own words, apart from its story's headline.</summary>
    public string Text { get; private set; } = "";

    public int? ArticleId { get; private set; }

    public Article? Article { get; private set; }

    public DateTime RaisedUtc { get; private set; }

    /// <summary>When it leaves the pages, by itself or lifted by hand.</summary>
    public DateTime EndsUtc { get; private set; }

    public DateTime? CorrectedUtc { get; private set; }

    protected override string Subject => $"flash:{Id}";

    /// <exception cref="RefusedException">No text, too long a text, or an end that is not after the start.</exception>
    public static Flash Raise(FlashLevel level, string text, int? articleId, DateTime now, DateTime endsUtc)
    {
        Refuse(text);
        if (endsUtc <= now)
        {
            throw new RefusedException("A flash ends after it begins.");
        }

        var flash = new Flash { Level = level, Text = text.Trim(), ArticleId = articleId, RaisedUtc = now, EndsUtc = endsUtc };
        flash.Announce(ChangeKind.FlashRaised, now, () => [CacheTag.Breaking]);
        return flash;
    }

    /// <summary>Changes the words; readers see that they were corrected.</summary>
    /// <exception cref="RefusedException">No text, or too long a text.</exception>
    public void Correct(string text, DateTime now)
    {
        Refuse(text);
        Text = text.Trim();
        CorrectedUtc = now;
        Announce(ChangeKind.FlashChanged, now, () => [CacheTag.Breaking]);
    }

    /// <summary>Ends it now.</summary>
    /// <exception cref="RefusedException">It has ended already.</exception>
    public void Lift(DateTime now)
    {
        if (EndsUtc <= now)
        {
            throw new RefusedException("This flash has ended already.");
        }

        EndsUtc = now;
        Announce(ChangeKind.FlashLifted, now, () => [CacheTag.Breaking]);
    }

    private static void Refuse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RefusedException("A flash needs a line of text.");
        }

        if (text.Trim().Length > TextLength)
        {
            throw new RefusedException("A flash is one line of at most {0} characters.", TextLength);
        }
    }
}

using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Audit;
using NewsPortal.Changes;

namespace NewsPortal.Live;

/// <summary>What can become of an entry. Each move refuses what is not allowed, in a sentence.</summary>
public partial class Entry
{
    // What is typed as "now" is a minute, and clocks differ.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>Writes an entry. It waits until it is sent: see <see cref="Sending"/>.</summary>
    /// <param name="articleId">The story that is covered.</param>
    /// <param name="copy">What it says.</param>
    /// <param name="by">Who wrote it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="key">See <see cref="Key"/>.</param>
    /// <exception cref="RefusedException">It says nothing or too much, or happened in the future.</exception>
    public static Entry Write(int articleId, EntryCopy copy, Signature by, DateTime now, Guid? key = null)
    {
        var entry = new Entry { ArticleId = articleId, EventUtc = now, WrittenUtc = now, WrittenBy = by.Name, WrittenById = by.AccountId, Key = key, IsKey = copy.IsKey };
        entry.Take(copy, now);
        entry.Record(AuditKind.EntryWritten, by, now, entry.Title);
        return entry;
    }

    /// <summary>Gives it to readers. Whoever sends what another wrote has signed it off.</summary>
    /// <exception cref="RefusedException">It does not wait.</exception>
    internal void Send(int order, Signature by, DateTime now)
    {
        if (State != EntryState.Waiting)
        {
            throw new RefusedException("Only an entry that waits can be sent.");
        }

        (State, Order, SentUtc) = (EntryState.OnAir, order, now);
        if (by != new Signature(WrittenById, WrittenBy))
        {
            (SignedOffBy, SignedOffById) = (by.Name, by.AccountId);
        }

        Announce(ChangeKind.EntrySent, now, Newest);
        Record(AuditKind.EntrySent, by, now, Title);
    }

    /// <summary>Gives it back to its writer with a word about what to do.</summary>
    /// <exception cref="RefusedException">It does not wait, or nothing is said.</exception>
    public void SendBack(string? note, Signature by, DateTime now)
    {
        if (State != EntryState.Waiting)
        {
            throw new RefusedException("Only an entry that waits can be sent back.");
        }

        var said = Line(note, NoteLength) ?? throw new RefusedException("Say in a note what the writer should do.");
        (State, Note) = (EntryState.SentBack, said);
        Record(AuditKind.EntrySentBack, by, now, Title, said);
    }

    /// <summary>
    /// Changes what it says. It keeps its place; that its words are others than those readers had is said with it. What was
    /// sent back waits again.
    /// </summary>
    /// <exception cref="RefusedException">It is deleted, says nothing or too much, or happened in the future.</exception>
    public void Edit(EntryCopy copy, Signature by, DateTime now)
    {
        RefuseDeleted();
        var (words, other) = ((Headline, Words), (AuthorId, Place, EventUtc));
        Take(copy, now);
        var saysOtherwise = words != (Headline, Words);
        if (State == EntryState.SentBack)
        {
            (State, Note) = (EntryState.Waiting, null);
        }

        if (State == EntryState.OnAir && (saysOtherwise || other != (AuthorId, Place, EventUtc)))
        {
            EditedUtc = saysOtherwise ? now : EditedUtc;
            Announce(ChangeKind.EntryChanged, now, () => []);
        }

        if (saysOtherwise)
        {
            Record(AuditKind.EntryEdited, by, now, Title, words.Words);
        }

        MarkKey(copy.IsKey, by, now);
    }

    /// <summary>Counts it among the turns of the story, or no more.</summary>
    /// <exception cref="RefusedException">It is deleted.</exception>
    public void MarkKey(bool isKey, Signature by, DateTime now)
    {
        RefuseDeleted();
        if (IsKey == isKey)
        {
            return;
        }

        IsKey = isKey;
        if (State == EntryState.OnAir)
        {
            Announce(ChangeKind.EntryChanged, now, () => Among(CacheTag.KeyEvents(ArticleId)));
        }

        Record(isKey ? AuditKind.EntryMarkedKey : AuditKind.EntryUnmarkedKey, by, now, Title);
    }

    /// <summary>Takes it from readers, who see that something was removed.</summary>
    /// <exception cref="RefusedException">It is deleted already.</exception>
    public void Delete(Signature by, DateTime now)
    {
        RefuseDeleted();
        if (State == EntryState.OnAir)
        {
            Announce(ChangeKind.EntryRemoved, now, () => []);
        }

        State = EntryState.Deleted;
        Record(AuditKind.EntryDeleted, by, now, Title, Words);
    }

    /// <summary>Undoes the deletion: it stands where it stood.</summary>
    /// <exception cref="RefusedException">It is not deleted.</exception>
    public void Restore(Signature by, DateTime now)
    {
        if (State != EntryState.Deleted)
        {
            throw new RefusedException("This entry is not deleted.");
        }

        State = SentUtc is not null ? EntryState.OnAir : Note is not null ? EntryState.SentBack : EntryState.Waiting;
        if (State == EntryState.OnAir)
        {
            Announce(ChangeKind.EntryChanged, now, Everywhere);
        }

        Record(AuditKind.EntryRestored, by, now, Title);
    }

    /// <summary>A story of its own was made of it, to which it leads once readers can open that.</summary>
    /// <exception cref="RefusedException">It is deleted, or has one already.</exception>
    public void BreakOut(Article story, Signature by, DateTime now)
    {
        RefuseDeleted();
        if (StoryId is not null || Story is not null)
        {
            throw new RefusedException("This entry has a story of its own already.");
        }

        Story = story;
        if (State == EntryState.OnAir)
        {
            Announce(ChangeKind.EntryChanged, now, () => []);
        }

        Record(AuditKind.EntryBrokenOut, by, now, Title);
    }

    /// <summary>The same words from a newer renderer.</summary>
    public void Rerender(LiveText text, DateTime now)
    {
        var before = Html;
        Wear(text);
        if (State == EntryState.OnAir && before != Html)
        {
            Announce(ChangeKind.EntryChanged, now, () => []);
        }
    }
}

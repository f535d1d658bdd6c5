using NewsPortal.Accounts;
using NewsPortal.Audit;

namespace NewsPortal.Changes;

/// <summary>
/// An entity whose moves are told: to readers by <see cref="Announce"/>, to the audit trail by <see cref="Record"/>.
/// Saving the entity writes the <see cref="Change"/> and <see cref="AuditEntry"/> rows in the same transaction (see
/// <c>NewsDb.SaveChangesAsync</c>).
/// </summary>
public abstract class Announcer
{
    private readonly List<Func<Change>> announcements = [];
    private readonly List<Func<AuditEntry>> deeds = [];

    /// <summary>The subject of this entity's changes. Asked for after the insert, so the id is known.</summary>
    protected abstract string Subject { get; }

    internal bool HasNews => announcements.Count + deeds.Count > 0;

    /// <param name="touched">What pages may rest on besides the subject. Asked for when the subject is.</param>
    protected void Announce(ChangeKind kind, DateTime atUtc, Func<IEnumerable<string>> touched)
        => announcements.Add(() => new Change { Kind = kind, Subject = Subject, Payload = string.Join(' ', touched()), AtUtc = atUtc });

    protected void Record(AuditKind kind, Signature by, DateTime atUtc, string title, string? detail = null)
        => deeds.Add(() => AuditEntry.Of(kind, by, atUtc, Subject, title, detail));

    internal List<Change> TakeAnnouncements() => Take(announcements);

    internal List<AuditEntry> TakeDeeds() => Take(deeds);

    private static List<T> Take<T>(List<Func<T>> told)
    {
        var taken = told.ConvertAll(tell => tell());
        told.Clear();
        return taken;
    }
}

namespace NewsPortal.Changes;

/// <summary>
/// An entity whose moves readers can notice. A verb calls <see cref="Announce"/>; saving the entity writes the
/// <see cref="Change"/> rows in the same transaction (see <c>NewsDb.SaveChangesAsync</c>).
/// </summary>
public abstract class Announcer
{
    private readonly List<(ChangeKind Kind, string Payload, DateTime AtUtc)> announcements = [];

    /// <summary>The subject of this entity's changes. Asked for after the insert, so the id is known.</summary>
    protected abstract string Subject { get; }

    internal bool HasAnnouncements => announcements.Count > 0;

    protected void Announce(ChangeKind kind, DateTime atUtc, string payload = "")
        => announcements.Add((kind, payload, atUtc));

    internal List<Change> TakeAnnouncements()
    {
        var taken = announcements
            .ConvertAll(told => new Change { Kind = told.Kind, Subject = Subject, Payload = told.Payload, AtUtc = told.AtUtc });
        announcements.Clear();
        return taken;
    }
}

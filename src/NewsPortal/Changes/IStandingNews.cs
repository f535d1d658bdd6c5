namespace NewsPortal.Changes;

/// <summary>
/// Something short that stands on every page, and of which open pages are told as a whole whenever it is not what it was.
/// It is read in a scope of its own, once for everybody.
/// </summary>
public interface IStandingNews
{
    /// <summary>How open pages know it: the name of the event, and of the member of a <see cref="ChangePage"/>.</summary>
    string Name { get; }

    Task<StandingNow> ReadAsync(CancellationToken cancel);
}

/// <param name="Told">Becomes JSON.</param>
/// <param name="RestsOn">The tags whose change makes it old: see <see cref="CacheTag"/>.</param>
/// <param name="TrueUntilUtc">It says something else from then on even without a change.</param>
public sealed record StandingNow(object Told, IReadOnlyCollection<string> RestsOn, DateTime TrueUntilUtc);

namespace NewsPortal.Markup.Paste;

/// <summary>What a cleaning did, and what it is told not to do again.</summary>
internal sealed class Notebook(IReadOnlySet<CleanupNote>? undone)
{
    private readonly List<CleanupNote> notes = [];
    private readonly List<PromoLink> promos = [];

    public IReadOnlyList<CleanupNote> Notes => notes;

    public IReadOnlyList<PromoLink> Promos => promos;

    public bool LastMinute { get; private set; }

    /// <returns>False when an editor took this very change back: do not make it.</returns>
    public bool Accept(CleanupKind kind, string before, string after)
    {
        var note = new CleanupNote(kind, before, after);
        if (undone?.Contains(note) == true)
        {
            return false;
        }

        notes.Add(note);
        return true;
    }

    public void RaiseFlag() => LastMinute = true;

    public void Offer(PromoLink promo) => promos.Add(promo);
}

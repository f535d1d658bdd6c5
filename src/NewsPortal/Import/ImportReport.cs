namespace NewsPortal.Import;

public enum ImportOutcome
{
    Added,
    Updated,
    Unchanged,
    LeftOut,
}

/// <summary>
/// What an import did: counts per kind, and each thing that could not be carried with the reason. Only the counts and the
/// first few examples of a reason are held; the whole list goes to <paramref name="list"/> as it grows.
/// </summary>
/// <param name="list">Gets a line for each thing, at once.</param>
public sealed class ImportReport(TextWriter list)
{
    private const int Examples = 5;

    private readonly Dictionary<string, int[]> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, List<string> Examples)> reasons = new(StringComparer.Ordinal);
    private readonly HashSet<string> once = new(StringComparer.Ordinal);

    public int CountOf(string kind, ImportOutcome outcome) => counts.TryGetValue(kind, out var found) ? found[(int)outcome] : 0;

    public int CountOf(string reason) => reasons.TryGetValue(reason, out var found) ? found.Count : 0;

    /// <param name="kind">In the plural: "stories".</param>
    /// <param name="outcome">What became of one of them.</param>
    /// <param name="by">How many.</param>
    public void Count(string kind, ImportOutcome outcome, int by = 1)
    {
        if (by == 0)
        {
            return;
        }

        if (!counts.TryGetValue(kind, out var found))
        {
            counts[kind] = found = new int[Enum.GetValues<ImportOutcome>().Length];
        }

        found[(int)outcome] += by;
    }

    /// <summary>Tells of something that was not carried, or not as it was. The same is told once.</summary>
    /// <param name="reason">What happened and why; the same words for all of its kind.</param>
    /// <param name="subject">To what it happened.</param>
    public void Tell(string reason, string subject)
    {
        var line = $"{reason}: {subject}".ReplaceLineEndings(" ");
        // Told again by a transaction that was tried again; the set stays small because it is emptied with each item.
        if (!once.Add(line))
        {
            return;
        }

        list.WriteLine(line);
        var (count, examples) = reasons.TryGetValue(reason, out var found) ? found : (0, []);
        if (examples.Count < Examples)
        {
            examples.Add(subject.ReplaceLineEndings(" "));
        }

        reasons[reason] = (count + 1, examples);
    }

    /// <summary>Call between items: what is told of the next is news again.</summary>
    public void NextItem() => once.Clear();

    public void WriteSummary(TextWriter to)
    {
        foreach (var (kind, found) in counts)
        {
            var parts = Enum.GetValues<ImportOutcome>().Where(outcome => found[(int)outcome] > 0).Select(outcome => $"{found[(int)outcome]} {Name(outcome)}");
            to.WriteLine($"{kind}: {string.Join(", ", parts)}");
        }

        if (reasons.Count > 0)
        {
            to.WriteLine();
            to.WriteLine("Not carried, or not as it was:");
        }

        foreach (var (reason, (count, examples)) in reasons.OrderByDescending(reason => reason.Value.Count))
        {
            to.WriteLine($"- {reason} ({count})");
            examples.ForEach(example => to.WriteLine($"    {example}"));
            if (count > examples.Count)
            {
                to.WriteLine($"    and {count - examples.Count} more");
            }
        }
    }

    private static string Name(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "added",
        ImportOutcome.Updated => "updated",
        ImportOutcome.Unchanged => "unchanged",
        _ => "left out",
    };
}

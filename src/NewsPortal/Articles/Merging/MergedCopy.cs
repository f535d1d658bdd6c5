namespace NewsPortal.Articles.Merging;

public enum Side
{
    /// <summary>What is saved.</summary>
    Theirs,

    /// <summary>What was refused.</summary>
    Mine,

    /// <summary>One below the other; only where both are paragraphs.</summary>
    Both,
}

/// <summary>What two people changed differently.</summary>
/// <param name="Key">Names it among the conflicts of the same three copies.</param>
/// <param name="Base">What both started from; null: nothing was there.</param>
/// <param name="Mine">Null: taken out.</param>
/// <param name="Theirs">Null: taken out.</param>
public sealed record MergeConflict(string Key, CopyField Field, string? Base, string? Mine, string? Theirs)
{
    public bool CanKeepBoth => Field == CopyField.Body;
}

/// <param name="Copy">Both people's changes; where they conflict and nobody chose, theirs.</param>
/// <param name="FromTheirs">The fields in which they changed something that is not a conflict.</param>
public sealed record MergedCopy(Copy Copy, IReadOnlyList<MergeConflict> Conflicts, IReadOnlyList<CopyField> FromTheirs)
{
    public bool IsClean => Conflicts.Count == 0;
}

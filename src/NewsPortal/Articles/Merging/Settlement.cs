using System.Globalization;

namespace NewsPortal.Articles.Merging;

/// <summary>Collects the conflicts of one merge, and settles those for which a side was chosen.</summary>
internal sealed class Settlement(IReadOnlyDictionary<string, Side>? chosen)
{
    private readonly List<MergeConflict> open = [];
    private int bodyParts;

    public IReadOnlyList<MergeConflict> Open => open;

    public Side Of(MergeConflict conflict)
    {
        if (chosen?.TryGetValue(conflict.Key, out var side) == true)
        {
            return side;
        }

        open.Add(conflict);
        return Side.Theirs;
    }

    public string? OfBody(string? @base, string? mine, string? theirs)
    {
        bodyParts++;
        var key = string.Create(CultureInfo.InvariantCulture, $"{CopyField.Body}-{bodyParts}");
        return Of(new MergeConflict(key, CopyField.Body, @base, mine, theirs)) switch
        {
            Side.Mine => mine,
            Side.Both when mine is not null && theirs is not null => theirs + Paragraphs.Gap + mine,
            Side.Both => theirs ?? mine,
            _ => theirs,
        };
    }
}

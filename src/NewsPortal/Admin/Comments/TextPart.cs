namespace NewsPortal.Admin.Comments;

/// <summary>A stretch of what somebody wrote.</summary>
/// <param name="IsHit">A rule of the machine hangs on it.</param>
public sealed record TextPart(string Text, bool IsHit)
{
    /// <summary>The whole text in order, cut where hits begin and end. Hits that lie outside of it are passed over.</summary>
    public static IReadOnlyList<TextPart> Cut(string text, IEnumerable<(int Start, int Length)> hits)
    {
        var parts = new List<TextPart>();
        var at = 0;
        foreach (var (start, length) in hits.Where(hit => hit.Start >= 0 && hit.Length > 0 && hit.Start + hit.Length <= text.Length).Order())
        {
            var (from, to) = (Math.Max(at, start), start + length);
            if (to <= at)
            {
                continue;
            }

            Add(parts, text[at..from], isHit: false);
            Add(parts, text[from..to], isHit: true);
            at = to;
        }

        Add(parts, text[at..], isHit: false);
        return parts;
    }

    private static void Add(List<TextPart> parts, string text, bool isHit)
    {
        if (text.Length > 0)
        {
            parts.Add(new TextPart(text, isHit));
        }
    }
}

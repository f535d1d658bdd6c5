using System.Text;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// The comments with which WordPress marks its blocks (<c>&lt;!-- wp:paragraph --&gt;</c>). What a block holds is its HTML; a
/// block that the old site filled in for each request (a calendar, its latest posts) holds nothing to carry.
/// </summary>
internal static class BlockMarkup
{
    private const string Start = "<!--";
    private const string Stop = "-->";

    // These enclose only the parts of something the old site filled in.
    private static readonly HashSet<string> FilledIn = new(StringComparer.Ordinal)
    {
        "query", "navigation", "comments", "social-links", "comment-template", "post-template", "template-part",
        "query-pagination", "query-no-results", "comments-pagination", "post-comments", "latest-posts", "page-list",
    };

    public static bool IsIn(string content) => content.Contains("<!-- wp:", StringComparison.Ordinal);

    /// <returns>The content without any comment; a page break as <c>&lt;hr&gt;</c>.</returns>
    /// <param name="content">A post's content, with or without blocks.</param>
    /// <param name="footnotes">The HTML that stands where the block of footnotes does.</param>
    /// <param name="lost">Told the name of each block that is left out.</param>
    public static string Strip(string content, string footnotes, Action<string> lost)
    {
        var kept = new StringBuilder(content.Length);
        var leftOut = new Stack<string>();
        var at = 0;
        while (at < content.Length)
        {
            var start = content.IndexOf(Start, at, StringComparison.Ordinal);
            var stop = start < 0 ? -1 : content.IndexOf(Stop, start + Start.Length, StringComparison.Ordinal);
            if (stop < 0)
            {
                break;
            }

            Keep(kept, leftOut, content.AsSpan(at, start - at));
            Handle(content[(start + Start.Length)..stop].Trim(), kept, leftOut, footnotes, lost);
            at = stop + Stop.Length;
        }

        Keep(kept, leftOut, content.AsSpan(at));
        return kept.ToString();
    }

    private static void Keep(StringBuilder kept, Stack<string> leftOut, ReadOnlySpan<char> text)
    {
        if (leftOut.Count == 0)
        {
            kept.Append(text);
        }
    }

    private static void Handle(string comment, StringBuilder kept, Stack<string> leftOut, string footnotes, Action<string> lost)
    {
        if (comment.StartsWith("wp:", StringComparison.Ordinal))
        {
            Open(comment, kept, leftOut, footnotes, lost);
        }
        else if (comment.StartsWith("/wp:", StringComparison.Ordinal))
        {
            if (leftOut.TryPeek(out var name) && name == NameOf(comment[1..]))
            {
                leftOut.Pop();
            }
        }
        else if (comment == "nextpage" && leftOut.Count == 0)
        {
            kept.Append("\n\n<hr>\n\n");
        }
    }

    private static void Open(string comment, StringBuilder kept, Stack<string> leftOut, string footnotes, Action<string> lost)
    {
        var name = NameOf(comment);
        var alone = comment.EndsWith('/');
        if (leftOut.Count > 0)
        {
            if (!alone && leftOut.Peek() == name)
            {
                leftOut.Push(name);
            }
        }
        else if (alone && name == "footnotes")
        {
            kept.Append(footnotes);
        }
        else if (alone || FilledIn.Contains(name))
        {
            lost(name);
            if (!alone)
            {
                leftOut.Push(name);
            }
        }
    }

    /// <summary>A plug-in's block is <c>wp:plugin/name</c>, so a slash ends a name only at the very end.</summary>
    private static string NameOf(string comment)
        => comment["wp:".Length..].Split([' ', '\t', '\r', '\n', '{'], 2)[0].TrimEnd('/');
}

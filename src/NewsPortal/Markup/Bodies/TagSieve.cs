using System.Text;

namespace NewsPortal.Markup.Bodies;

/// <summary>
/// Passes the tags a story may have, each closed where HTML wants it and none deeper than <see cref="TagRules.Depth"/>.
/// The sanitiser behind it decides what is safe; the sieve makes sure that what reaches its parser is small work:
/// ten thousand unclosed tags are quadratic there, and deep nesting ends the process.
/// </summary>
internal sealed class TagSieve
{
    public const string MarkName = "data-house";

    private readonly HtmlReader reader;
    private readonly string mark;
    private readonly StringBuilder output;
    private readonly List<string> open = [];

    private TagSieve(string html, string mark)
    {
        reader = new(html);
        this.mark = mark;
        output = new(html.Length + 256);
    }

    private string Top => open.Count == 0 ? "" : open[^1];

    /// <param name="html">Any text.</param>
    /// <param name="mark">The secret by which the house's own tags are known.</param>
    public static string Pass(string html, string mark)
    {
        var sieve = new TagSieve(html, mark);
        sieve.Run();
        return sieve.output.ToString();
    }

    private void Run()
    {
        for (var token = reader.Read(); token != TokenKind.Finish; token = reader.Read())
        {
            switch (token)
            {
                case TokenKind.Text:
                    WriteText();
                    break;
                case TokenKind.Start:
                    Start(TagRules.NameOf(reader.Name));
                    break;
                case TokenKind.End:
                    End(TagRules.NameOf(reader.Name));
                    break;
            }
        }

        CloseTo(0);
    }

    private void WriteText()
    {
        if (!reader.Text.IsWhiteSpace())
        {
            EnterCell();
        }

        if (reader.Text is "<")
        {
            output.Append("&lt;");
        }
        else
        {
            output.Append(reader.Text);
        }
    }

    private void Start(string name)
    {
        if (TagRules.LeftOut.Contains(name))
        {
            reader.LeaveOutElement();
            return;
        }

        var byHouse = reader.Attributes.Any(a => a.Key == MarkName && a.Value == mark);
        var known = TagRules.Allowed.Contains(name) || (byHouse && TagRules.House.Contains(name));
        if (!known || open.Count >= TagRules.Depth || (name == "a" && open.Contains("a")) || !MakeRoomFor(name))
        {
            return;
        }

        output.Append('<').Append(name);
        WriteAttributes(name, byHouse);
        output.Append('>');
        if (!TagRules.Void.Contains(name))
        {
            open.Add(name);
        }
    }

    private void WriteAttributes(string name, bool byHouse)
    {
        var written = new HashSet<string>();
        foreach (var (attribute, value) in reader.Attributes)
        {
            if (TagRules.Keeps(name, attribute, value, byHouse) && written.Add(attribute))
            {
                output.Append(' ').Append(attribute).Append("=\"").Append(value.Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
            }
        }
    }

    private void End(string name)
    {
        var inline = TagRules.Inline.Contains(name);
        var wall = TagRules.Parents.ContainsKey(name) || name == "table" ? "table" : "td";
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i] == name)
            {
                CloseTo(i);
                return;
            }

            if (open[i] == wall || (inline && !TagRules.Inline.Contains(open[i])))
            {
                return;
            }
        }
    }

    /// <returns>False when the tag has no place here.</returns>
    private bool MakeRoomFor(string name)
    {
        if (TagRules.Parents.TryGetValue(name, out var parents))
        {
            return FindParent(name, parents);
        }

        if (!TagRules.Inline.Contains(name) && name != "br")
        {
            LeavePhrasing();
        }

        EnterCell();
        return true;
    }

    private bool FindParent(string name, System.Collections.Frozen.FrozenSet<string> parents)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (parents.Contains(open[i]))
            {
                CloseTo(i + 1);
                return true;
            }

            if (IsWall(name, open[i]))
            {
                break;
            }
        }

        return TryOpenParent(name);
    }

    /// <summary>A cell without its row gets the row; an item without its list gets the list.</summary>
    private bool TryOpenParent(string name)
    {
        switch (name)
        {
            case "li":
                LeavePhrasing();
                EnterCell();
                Open("ul");
                return true;
            case "th" or "td" when MakeRoomFor("tr"):
                Open("tr");
                return true;
            default:
                return false;
        }
    }

    private static bool IsWall(string name, string between) => name switch
    {
        "li" or "dt" or "dd" or "figcaption" => between is not ("li" or "dt" or "dd") && !TagRules.Inline.Contains(between) && between != "p",
        _ => between == "table",
    };

    private void LeavePhrasing()
    {
        while (TagRules.PhrasingOnly.Contains(Top) || TagRules.Inline.Contains(Top))
        {
            CloseTo(open.Count - 1);
        }
    }

    private void EnterCell()
    {
        while (TagRules.Cell.TryGetValue(Top, out var cell))
        {
            Open(cell);
        }
    }

    private void Open(string name)
    {
        output.Append('<').Append(name).Append('>');
        open.Add(name);
    }

    private void CloseTo(int depth)
    {
        for (var i = open.Count - 1; i >= depth; i--)
        {
            output.Append("</").Append(open[i]).Append('>');
        }

        open.RemoveRange(depth, open.Count - depth);
    }
}

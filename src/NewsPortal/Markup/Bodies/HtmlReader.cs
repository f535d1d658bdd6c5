namespace NewsPortal.Markup.Bodies;

internal enum TokenKind
{
    Text,
    Start,
    End,

    /// <summary>A comment, a declaration, or an element that is left out with all it holds.</summary>
    LeftOut,
    Finish,
}

/// <summary>Cuts HTML into tags and text, in one pass however broken it is. What is not quite a tag is text.</summary>
internal sealed class HtmlReader(string html)
{
    // A name that has no end tag ahead has none later either: asking once keeps the pass linear.
    private readonly HashSet<string> neverEnds = [];
    private int next;

    public ReadOnlySpan<char> Text => html.AsSpan(TextStart, TextLength);

    public string Name { get; private set; } = "";

    public List<KeyValuePair<string, string>> Attributes { get; } = [];

    private int TextStart { get; set; }

    private int TextLength { get; set; }

    public TokenKind Read()
    {
        if (next >= html.Length)
        {
            return TokenKind.Finish;
        }

        if (html[next] != '<')
        {
            var end = html.IndexOf('<', next);
            return TakeText(end < 0 ? html.Length - next : end - next);
        }

        return ReadTag() ?? TakeText(1);
    }

    /// <summary>Goes on behind the end tag of the element that has just begun, if there is one.</summary>
    public void LeaveOutElement()
    {
        var end = neverEnds.Contains(Name) ? -1 : html.IndexOf("</" + Name, next, StringComparison.OrdinalIgnoreCase);
        if (end < 0)
        {
            neverEnds.Add(Name);
            return;
        }

        var close = html.IndexOf('>', end);
        next = close < 0 ? html.Length : close + 1;
    }

    private TokenKind TakeText(int length)
    {
        TextStart = next;
        TextLength = length;
        next += length;
        return TokenKind.Text;
    }

    private TokenKind? ReadTag()
    {
        var rest = html.AsSpan(next);
        if (rest.StartsWith("<!--"))
        {
            return LeaveOutTo("-->", 4);
        }

        if (rest.StartsWith("<!") || rest.StartsWith("<?"))
        {
            return LeaveOutTo(">", 2);
        }

        var ends = rest.StartsWith("</");
        var at = next + (ends ? 2 : 1);
        if (at >= html.Length || !char.IsAsciiLetter(html[at]))
        {
            return null;
        }

        var name = Until(ref at, " \t\r\n\f/><=\"'").ToLowerInvariant();
        if (!ReadAttributes(ref at))
        {
            return null;
        }

        Name = name;
        next = at;
        return ends ? TokenKind.End : TokenKind.Start;
    }

    private TokenKind? LeaveOutTo(string end, int skip)
    {
        var found = neverEnds.Contains(end) ? -1 : html.IndexOf(end, next + skip, StringComparison.Ordinal);
        if (found < 0)
        {
            neverEnds.Add(end);
            return null;
        }

        next = found + end.Length;
        return TokenKind.LeftOut;
    }

    /// <returns>False when the tag never ends properly.</returns>
    private bool ReadAttributes(ref int at)
    {
        Attributes.Clear();
        while (at < html.Length)
        {
            var c = html[at];
            if (c == '>')
            {
                at++;
                return true;
            }

            if (c is '<')
            {
                return false;
            }

            if (char.IsWhiteSpace(c) || c is '/' or '=' or '"' or '\'')
            {
                at++;
            }
            else if (!ReadAttribute(ref at))
            {
                return false;
            }
        }

        return false;
    }

    private bool ReadAttribute(ref int at)
    {
        var name = Until(ref at, " \t\r\n\f=/><\"'");
        SkipSpaces(ref at);
        var value = "";
        if (at < html.Length && html[at] == '=')
        {
            at++;
            SkipSpaces(ref at);
            if (at < html.Length && html[at] is '"' or '\'')
            {
                var close = html.IndexOf(html[at], at + 1);
                if (close < 0)
                {
                    return false;
                }

                value = html[(at + 1)..close];
                at = close + 1;
            }
            else
            {
                value = Until(ref at, " \t\r\n\f><\"'");
            }
        }

        Attributes.Add(new(name.ToLowerInvariant(), value));
        return true;
    }

    private void SkipSpaces(ref int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }
    }

    private string Until(ref int at, string stops)
    {
        var start = at;
        while (at < html.Length && !stops.Contains(html[at], StringComparison.Ordinal))
        {
            at++;
        }

        return html[start..at];
    }
}

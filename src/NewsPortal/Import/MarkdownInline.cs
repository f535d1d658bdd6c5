using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>
/// A line of text with its emphasis, links and code. Emphasis is first written as marks, because whether asterisks would be
/// read as emphasis depends on the characters on both sides; where they would not, an HTML tag does it.
/// </summary>
internal sealed partial class MarkdownInline(BodyTargets targets)
{
    // Noncharacters: no text holds them.
    private const char FirstMark = '\ufdd0';
    private const char LastMark = '\ufdef';
    private const char Break = '\ufdd0';
    private const char EmphasisOpens = '\ufdd1';
    private const char EmphasisCloses = '\ufdd2';
    private const char StrongOpens = '\ufdd3';
    private const char StrongCloses = '\ufdd4';
    private const char StruckOpens = '\ufdd5';
    private const char StruckCloses = '\ufdd6';

    private readonly StringBuilder line = new();
    private readonly HashSet<char> open = [];
    private readonly List<IElement> pictures = [];
    private char before = ' ';
    private bool inLink;

    /// <summary>Pictures met on the way; each becomes a figure of its own after the text.</summary>
    public IReadOnlyList<IElement> Pictures => pictures;

    public MarkdownInline Add(IEnumerable<INode> nodes)
    {
        foreach (var node in nodes)
        {
            Add(node);
        }

        return this;
    }

    private char LastCharacter => line.Length > 0 ? line[^1] : before;

    /// <summary>The Markdown, trimmed; lines of a broken paragraph end in a backslash.</summary>
    public string ToMarkdown()
    {
        // Two breaks in a row are left only where a picture stood between them.
        var lines = Tidy(line.ToString()).Split(Break).Where(part => !string.IsNullOrWhiteSpace(part));
        var text = EmphasisMarks.Resolve(string.Join("\n", lines.Select(part => part.Trim(' '))), tags: !targets.WordsOnly);
        return string.Join("\\\n", text.Split('\n').Select(MarkdownText.EscapeLineStart));
    }

    private static string Tidy(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && (text[start] == Break || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        while (end > start && (text[end - 1] == Break || char.IsWhiteSpace(text[end - 1])))
        {
            end--;
        }

        return text[start..end];
    }

    private void Add(INode node)
    {
        if (node is IText text)
        {
            AddText(text.Data);
        }
        else if (node is IElement element)
        {
            AddElement(element);
        }
    }

    private void AddElement(IElement element)
    {
        switch (element.LocalName)
        {
            case "br":
                line.Append(Break);
                break;
            case "em" or "i" or "cite" or "dfn":
                Mark(element, EmphasisOpens, EmphasisCloses);
                break;
            case "strong" or "b":
                Mark(element, StrongOpens, StrongCloses);
                break;
            case "del" or "s" or "strike" when !targets.WordsOnly:
                Mark(element, StruckOpens, StruckCloses);
                break;
            case "span" or "font" when !targets.WordsOnly && element.GetAttribute("style")?.Contains("line-through", StringComparison.OrdinalIgnoreCase) == true:
                Mark(element, StruckOpens, StruckCloses);
                break;
            case "sup" or "sub" or "mark" or "ins" or "q":
                Tagged(element, element.LocalName);
                break;
            case "abbr" or "acronym":
                Abbreviation(element);
                break;
            case "code" or "kbd" or "tt" or "samp" or "var":
                AddCode(element);
                break;
            case "a":
                AddLink(element);
                break;
            case "img":
                AddPicture(element);
                break;
            case "input" or "button" or "select" or "textarea" or "script" or "style" or "svg" or "canvas" or "object" or "embed" or "math" or "template":
                targets.Lost($"<{element.LocalName}>");
                break;
            default:
                Add(element.ChildNodes);
                break;
        }
    }

    private void AddText(string data)
    {
        var clean = new StringBuilder(data.Length);
        foreach (var c in data)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                var last = clean.Length > 0 ? clean[^1] : LastCharacter;
                clean.Append(last is ' ' or Break ? "" : " ");
            }
            else if (c is < FirstMark or > LastMark)
            {
                clean.Append(c);
            }
        }

        line.Append(MarkdownText.Escape(clean.ToString(), inLink));
    }

    private void Mark(IElement element, char opens, char closes)
    {
        if (!open.Add(opens))
        {
            Add(element.ChildNodes);
            return;
        }

        var at = line.Length;
        line.Append(opens);
        Add(element.ChildNodes);
        open.Remove(opens);
        Close(at, closes);
    }

    /// <summary>Moves spaces and breaks at the edges out of the emphasis, and drops an empty one.</summary>
    private void Close(int at, char closes)
    {
        var end = line.Length;
        while (end > at + 1 && IsEdge(line[end - 1]))
        {
            end--;
        }

        if (end == at + 1)
        {
            line.Remove(at, 1);
            return;
        }

        line.Insert(end, closes);
        var start = at + 1;
        while (IsEdge(line[start]))
        {
            (line[start - 1], line[start]) = (line[start], line[start - 1]);
            start++;
        }
    }

    private static bool IsEdge(char c) => c == Break || char.IsWhiteSpace(c);

    private void Tagged(IElement element, string tag)
    {
        if (element.TextContent.Trim().Length == 0)
        {
            Add(element.ChildNodes);
            return;
        }

        if (targets.WordsOnly)
        {
            TaggedInWords(element, tag);
            return;
        }

        line.Append('<').Append(tag).Append('>');
        Add(element.ChildNodes);
        line.Append("</").Append(tag).Append('>');
    }

    /// <summary>Without the tag, a quote needs its marks and a raised or lowered number its own digits.</summary>
    private void TaggedInWords(IElement element, string tag)
    {
        var text = element.TextContent.Trim();
        if (tag is "sup" or "sub" && text.All(char.IsAsciiDigit))
        {
            var digits = tag == "sup" ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉";
            line.Append(string.Concat(text.Select(digit => digits[digit - '0'])));
            return;
        }

        line.Append(tag == "q" ? "“" : "");
        Add(element.ChildNodes);
        line.Append(tag == "q" ? "”" : "");
    }

    private void Abbreviation(IElement element)
    {
        var meaning = targets.WordsOnly ? "" : element.GetAttribute("title")?.Trim() ?? "";
        line.Append(meaning.Length > 0 ? $"<abbr title=\"{PlainHtml.Encode(meaning)}\">" : "");
        Add(element.ChildNodes);
        line.Append(meaning.Length > 0 ? "</abbr>" : "");
    }

    private void AddCode(IElement element)
    {
        var code = string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        AddText(char.IsWhiteSpace(element.TextContent.FirstOrDefault()) ? " " : "");
        var plain = MarkdownText.Escape(code, inLink);
        // Backticks beside backticks would be counted together.
        var ticked = LastCharacter == '`' ? $"<code>{plain}</code>" : MarkdownText.Code(code);
        line.Append(code.Length == 0 ? "" : targets.WordsOnly ? plain : ticked);
        AddText(char.IsWhiteSpace(element.TextContent.LastOrDefault()) ? " " : "");
        pictures.AddRange(element.QuerySelectorAll("img"));
    }
}

using System.Buffers;
using System.Text;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// The characters of an export on their way to the XML reader. Control characters, which XML forbids and old exports hold
/// all the same, become spaces. What would make the XML reader hold something without bound (a tag, a comment or a text as
/// large as the file) or believe a declaration is refused here, before it is buffered.
/// </summary>
internal sealed class WxrText(TextReader source) : TextReader
{
    /// <summary>Characters of one text; a story of a million words is a tenth of it.</summary>
    public const int LongestText = 32 * 1024 * 1024;

    /// <summary>Characters of one tag, comment or instruction.</summary>
    public const int LongestMarkup = 1024 * 1024;

    private const int RememberedLines = 20;
    private const string CDataOpening = "![CDATA[";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\ufffe\uffff");

    private readonly StringBuilder opening = new();
    private readonly List<int> linesWithControls = [];
    private Within within = Within.Text;
    private string end = "";
    private int matched;
    private char quote;
    private int length;
    private int line = 1;

    private enum Within
    {
        Text,
        Opening,
        Tag,
        Delimited,
    }

    /// <summary>The source gave its last character: an XML error after this means the file was cut off.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Lines, the first few only, in which control characters were replaced.</summary>
    public IReadOnlyList<int> LinesWithControls => linesWithControls;

    public override int Read(char[] buffer, int index, int count) => Check(buffer.AsSpan(index, count), source.Read(buffer, index, count));

    public override async Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        var read = await source.ReadAsync(buffer.AsMemory(index, count));
        return Check(buffer.AsSpan(index, count), read);
    }

    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var read = await source.ReadAsync(buffer, cancellationToken);
        return Check(buffer.Span, read);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Check(Span<char> buffer, int read)
    {
        AtEnd = read == 0 && buffer.Length > 0;
        var text = buffer[..read];
        ReplaceControls(text);
        for (var at = 0; at < text.Length;)
        {
            at += within switch
            {
                Within.Text => PassText(text[at..]),
                Within.Opening => PassOpening(text[at]),
                Within.Tag => PassTag(text[at..]),
                _ => PassDelimited(text[at..]),
            };
        }

        line += text.Count('\n');
        return read;
    }

    private void ReplaceControls(Span<char> text)
    {
        for (var at = text.IndexOfAny(Forbidden); at >= 0;)
        {
            text[at] = ' ';
            var here = line + text[..at].Count('\n');
            if (linesWithControls.Count < RememberedLines && !linesWithControls.Contains(here))
            {
                linesWithControls.Add(here);
            }

            var next = text[at..].IndexOfAny(Forbidden);
            at = next < 0 ? -1 : at + next;
        }
    }

    private int PassText(ReadOnlySpan<char> text)
    {
        var tag = text.IndexOf('<');
        Lengthen(tag < 0 ? text.Length : tag, LongestText);
        if (tag < 0)
        {
            return text.Length;
        }

        opening.Clear();
        Enter(Within.Opening);
        return tag + 1;
    }

    private int PassOpening(char next)
    {
        opening.Append(next);
        var so = opening.ToString();
        if (so == CDataOpening)
        {
            EnterDelimited("]]>");
        }
        else if (so == "!--")
        {
            EnterDelimited("-->");
        }
        else if (so == "?")
        {
            EnterDelimited("?>");
        }
        else if (!CDataOpening.StartsWith(so, StringComparison.Ordinal) && so != "!-")
        {
            RefuseDeclaration(so);
            Enter(Within.Tag);
            return 0;
        }

        return 1;
    }

    private void RefuseDeclaration(string so)
    {
        if (so[0] == '!')
        {
            throw new WxrException($"Line {line} declares a document type or entities; an export never does, so the file was not read any further.");
        }
    }

    private int PassTag(ReadOnlySpan<char> text)
    {
        var stop = quote == '\0' ? text.IndexOfAny('>', '"', '\'') : text.IndexOf(quote);
        Lengthen(stop < 0 ? text.Length : stop + 1, LongestMarkup);
        if (stop < 0)
        {
            return text.Length;
        }

        if (text[stop] == '>' && quote == '\0')
        {
            Enter(Within.Text);
        }
        else
        {
            quote = quote == '\0' ? text[stop] : '\0';
        }

        return stop + 1;
    }

    private int PassDelimited(ReadOnlySpan<char> text)
    {
        if (matched == 0)
        {
            var start = text.IndexOf(end[0]);
            Lengthen(start < 0 ? text.Length : start + 1, end[0] == ']' ? LongestText : LongestMarkup);
            matched = start < 0 ? 0 : 1;
            return start < 0 ? text.Length : start + 1;
        }

        Lengthen(1, LongestText);
        // All but the last character of an ending are the same, so "]]]>" keeps what it has matched.
        matched = text[0] == end[matched] ? matched + 1 : text[0] == end[0] ? matched : 0;
        if (matched == end.Length)
        {
            Enter(Within.Text);
        }

        return 1;
    }

    private void EnterDelimited(string ending)
    {
        Enter(Within.Delimited);
        end = ending;
    }

    private void Enter(Within next)
    {
        within = next;
        (matched, length, quote) = (0, 0, '\0');
    }

    private void Lengthen(int by, int most)
    {
        length += by;
        if (length > most)
        {
            throw new WxrException($"Before line {line} one text or tag is longer than {most / (1024 * 1024)} million characters; no story is, so the file was not read any further.");
        }
    }
}

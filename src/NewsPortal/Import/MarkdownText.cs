using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Import;

/// <summary>Plain text as Markdown that reads exactly the same.</summary>
internal static partial class MarkdownText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_[]<~^|{&");
    private static readonly SearchValues<char> InTarget = SearchValues.Create("()*_`&");

    /// <summary>Escapes what would be markup anywhere in a line. Addresses stay whole, so that they remain links.</summary>
    /// <param name="text">Plain text of one line.</param>
    /// <param name="inLink">Whether it is a link's words, in which an address must not become a link of its own.</param>
    public static string Escape(string text, bool inLink = false)
    {
        if (text.AsSpan().IndexOfAny(Markup) < 0 && !AddressStart().IsMatch(text))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        var at = 0;
        foreach (Match address in inLink ? AddressStart().Matches(text) : Address().Matches(text))
        {
            EscapeInto(escaped, text, at, address.Index);
            at = address.Index + address.Length;
            if (inLink || (address.Value[0] is 'w' or 'W' && !Plain().IsMatch(address.Value)))
            {
                // "http\://" and "www\." read the same and start no link.
                EscapeInto(escaped, text, address.Index, address.Index + address.Groups["start"].Length);
                escaped.Append('\\');
                EscapeInto(escaped, text, address.Index + address.Groups["start"].Length, at);
            }
            else
            {
                escaped.Append(Plain().IsMatch(address.Value) ? address.Value : $"<{address.Value}>");
            }
        }

        EscapeInto(escaped, text, at, text.Length);
        return escaped.ToString();
    }

    /// <summary>Escapes what would be markup at the beginning of a line: a list's number, a heading's hash, a fence.</summary>
    public static string EscapeLineStart(string line)
    {
        var start = LineStart().Match(line);
        return start.Success ? line.Insert(start.Groups["mark"].Index, "\\") : line;
    }

    /// <summary>Code in a line, in as many backticks as its own need.</summary>
    public static string Code(string code)
    {
        var ticks = new string('`', LongestRun(code, '`') + 1);
        var pad = code.StartsWith('`') || code.EndsWith('`') || (code.StartsWith(' ') && code.EndsWith(' ') && code.Trim().Length > 0) ? " " : "";
        return $"{ticks}{pad}{code}{pad}{ticks}";
    }

    public static string Fence(string code, string language)
    {
        var fence = new string('`', Math.Max(3, LongestRun(code, '`') + 1));
        return $"{fence}{language}\n{code}\n{fence}";
    }

    /// <summary>A link's address inside its parentheses.</summary>
    public static string Target(string url)
    {
        var safe = url.Replace("\\", "%5C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal)
            .Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        return safe.AsSpan().IndexOfAny(InTarget) < 0 ? safe : $"<{safe.Replace("&", "&amp;", StringComparison.Ordinal)}>";
    }

    private static void EscapeInto(StringBuilder escaped, string text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            var c = text[at];
            var markup = c switch
            {
                '\\' or '`' or '*' or '[' or ']' or '<' or '~' or '^' or '|' => true,
                '_' => !(at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1])),
                '{' => at == 0 || at == from || text[at - 1] == ')',
                '&' => Entity().IsMatch(text, at),
                _ => false,
            };
            escaped.Append(markup ? "\\" : "").Append(c);
        }
    }

    private static int LongestRun(string text, char of)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:(?<start>https?|ftp|mailto|tel)(?=:)|(?<start>www)(?=\.))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AddressStart();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:(?<start>https?)://|(?<start>www)\.)[^\s<>""“”‘’«»\\`]*[^\s<>""“”‘’«»\\`.,;:!?'*_~)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[A-Za-z0-9\-./:?=%#@,]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\G&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,40});", RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^(?:(?<mark>[#>])|(?<mark>[-+=])(?:[-+=\s]|$)|[0-9]{1,9}(?<mark>[.)])(?:\s|$)|(?<mark>:)::|(?<mark>!)$)", RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();
}

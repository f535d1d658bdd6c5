using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace NewsPortal.Markup.Bodies;

/// <summary>Reads <c>{credit="X" .decorative}</c> directly behind a photo. Braces elsewhere stay the writer's.</summary>
internal sealed partial class FigureWordsParser : InlineParser
{
    public FigureWordsParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Inline is not LinkInline image || !BodyText.IsPhoto(image) || slice.PeekCharExtra(-1) is not (')' or ']'))
        {
            return false;
        }

        var match = Words().Match(slice.Text, slice.Start);
        if (!match.Success || match.Index + match.Length > slice.End + 1)
        {
            return false;
        }

        var credit = match.Groups["credit"];
        image.SetData(typeof(FigureWords), new FigureWords(
            credit.Success ? Escaped().Replace(credit.Value, "$1") : null, match.Groups["decorative"].Success));
        slice.Start += match.Length;
        return true;
    }

    [GeneratedRegex("""\G\{(?:[ \t\n]*(?:credit[ ]*=[ ]*"(?<credit>(?:[^"\\]|\\.)*)"|(?<decorative>\.decorative)))*[ \t\n]*\}""")]
    private static partial Regex Words();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}

internal sealed record FigureWords(string? Credit, bool Decorative);

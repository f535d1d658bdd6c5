using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Paste;

/// <summary>
/// A lone line that leads to another story: a link and nothing else, a "Related:", an invitation. A short sentence, a
/// heading or a list is none.
/// </summary>
internal static partial class Promos
{
    private const int Longest = 200;

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static string Lift(string body, Notebook notes)
    {
        var blocks = Lines.Blocks(body);
        for (var i = 1; i < blocks.Count; i++)
        {
            if (Find(blocks[i]) is { } promo && notes.Accept(CleanupKind.Promo, blocks[i], ""))
            {
                notes.Offer(promo);
                blocks.RemoveAt(i--);
            }
        }

        return string.Join("\n\n", blocks);
    }

    private static PromoLink? Find(string block)
    {
        if (!Lines.IsOneLine(block) || Structure().IsMatch(block) || House().IsMatch(block))
        {
            return null;
        }

        var line = Arrows().Replace(Wrapping().Replace(block, ""), "").Trim();
        var pointed = line.Length < Wrapping().Replace(block, "").Trim().Length;
        var label = Label().Match(line);
        var text = label.Success ? label.Groups["text"].Value : line;
        var link = Link().Match(text);
        if (TextOf(text).Length is 0 or > Longest)
        {
            return null;
        }

        var isPromo = label.Success || link.Success || (!Sentence().IsMatch(line) && (pointed || Invitation().IsMatch(line)));
        return !isPromo ? null : new(TextOf(text), AnyLink().Match(text) is { Success: true } found ? found.Groups["url"].Value : null);
    }

    private static string TextOf(string markdown) => Wrapping().Replace(AnyLink().Replace(markdown, "${text}"), "").Trim();

    [GeneratedRegex(@"^(?:related(?:\s(?:story|stories|article|articles|news))?|read\s(?:also|more|next)|also\sread|see\salso|more\son\sthis(?:\sstory)?"
        + @"|don['’]?t\smiss|you\smay\salso\slike|recommended|watch|listen|in\spictures"
        + @"|[iIİ]lg[iIİ]l[iIİ](?:\shaber(?:ler)?)?|ayrıca\soku(?:yun)?|bunu\sda\soku(?:yun)?|(?:bunlar\sda\s)?[iIİ]lg[iIİ]n[iIİ]z[iIİ]\sçekeb[iIİ]l[iIİ]r|öner[iIİ]len\shaber)"
        + @"\s*[*_]{0,3}\s*[:：»|]\s*[*_]{0,3}\s*(?<text>\S.*)$", Plain)]
    private static partial Regex Label();

    [GeneratedRegex(@"^[*_]{0,3}\[(?<text>[^\]\n]+)\]\((?<url>(?:https?://|/)[^)\s]+)(?:\s""[^""\n]*"")?\)[*_]{0,3}$")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<text>[^\]\n]+)\]\((?<url>[^)\s]+)(?:\s""[^""\n]*"")?\)")]
    private static partial Regex AnyLink();

    [GeneratedRegex(@"^(?:read|see|watch|listen\sto|check\sout|discover|explore|download|browse|visit|follow)\s(?:our|the\sfull|more)\b"
        + @"|\bour\s(?:[\p{L}-]+\s){0,3}(?:guide|gallery|newsletter|podcast|quiz|recipes|live\sblog)\b"
        + @"|\b(?:için\stıklayın(?:ız)?|rehberimiz|galerimiz|bültenimiz)\b", Plain)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"^(?:[»›→▶►➤👉☛]\uFE0F?\s*)+|(?:\s*[»›→▶►➤])+$")]
    private static partial Regex Arrows();

    [GeneratedRegex(@"[.!?…:;,]['""’”)]*$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^[*_]{1,3}|[*_]{1,3}$")]
    private static partial Regex Wrapping();

    [GeneratedRegex("""^\s*(?:!\[|>|[-+]\s|\*\s|\d{1,9}[.)]\s|\||:::|```|~~~|#{1,6}\s|["“„«‘'])""")]
    private static partial Regex Structure();

    /// <summary>Links to our own stories and pictures were put there by the desk.</summary>
    [GeneratedRegex(@"\]\((?:story|photo):", Plain)]
    private static partial Regex House();
}

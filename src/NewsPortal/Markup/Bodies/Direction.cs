using System.Text;
using AngleSharp.Dom;

namespace NewsPortal.Markup.Bodies;

/// <summary>
/// Says the direction of a block whose words run otherwise than what is around it. The page's own direction is not known
/// here, so as soon as one block runs from right to left every block says its own.
/// </summary>
internal static class Direction
{
    private const string Blocks = "p,h2,h3,h4,ul,ol,li,blockquote,table,td,th,caption,dl,dt,dd,details,summary,figcaption,aside,pre";

    public static void Apply(IElement body)
    {
        var blocks = body.QuerySelectorAll(Blocks).Select(b => (Block: b, Runs: Of(b.TextContent))).ToList();
        if (blocks.Any(b => b.Runs == "rtl"))
        {
            foreach (var (block, runs) in blocks.Where(b => b.Runs is not null && !b.Block.HasAttribute("dir")))
            {
                if (Around(block) != runs)
                {
                    block.SetAttribute("dir", runs!);
                }
            }
        }
    }

    /// <returns>By most of its letters; null when it has none.</returns>
    internal static string? Of(string text)
    {
        var balance = 0;
        var letters = false;
        foreach (var rune in text.EnumerateRunes().Where(Rune.IsLetter))
        {
            letters = true;
            balance += RunsLeft(rune.Value) ? 1 : -1;
        }

        return !letters ? null : balance > 0 ? "rtl" : "ltr";
    }

    private static string? Around(IElement block) => block.ParentElement?.Closest("[dir]")?.GetAttribute("dir");

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, with the presentation forms.</summary>
    private static bool RunsLeft(int rune)
        => rune is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}

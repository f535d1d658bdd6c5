using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>Heading levels of a body under the page's headline: from the second on, none left out on the way down.</summary>
internal static class Outline
{
    private const int Top = 2;
    private const int Lowest = 6;

    public static Dictionary<IElement, int> Of(IElement root)
    {
        var levels = new Dictionary<IElement, int>();
        var above = new Stack<int>();
        foreach (var heading in root.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var level = heading.LocalName[1] - '0';
            while (above.TryPeek(out var last) && last >= level)
            {
                above.Pop();
            }

            levels[heading] = Math.Min(Lowest, Top + above.Count);
            above.Push(level);
        }

        return levels;
    }
}

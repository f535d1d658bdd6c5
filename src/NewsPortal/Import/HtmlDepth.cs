using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>Keeps a tree shallow enough for code that walks it by calling itself.</summary>
public static class HtmlDepth
{
    /// <summary>Levels of elements; pages made by people need a dozen.</summary>
    public const int Most = 100;

    /// <summary>Takes the tags off whatever lies deeper than <see cref="Most"/>; its words stay.</summary>
    /// <returns>Whether there was anything so deep.</returns>
    public static bool Limit(IElement root)
    {
        var cut = false;
        var depth = 0;
        INode node = root;
        while (Next(root, ref node, ref depth))
        {
            if (depth < Most || node is not IElement { HasChildNodes: true } deep)
            {
                continue;
            }

            cut = true;
            var words = WordsOf(deep);
            while (deep.FirstChild is { } child)
            {
                deep.RemoveChild(child);
            }

            deep.AppendChild(deep.Owner!.CreateTextNode(words));
        }

        return cut;
    }

    private static string WordsOf(IElement element)
    {
        var words = new System.Text.StringBuilder();
        var depth = 0;
        INode node = element;
        while (Next(element, ref node, ref depth))
        {
            words.Append((node as IText)?.Data);
        }

        return words.ToString();
    }

    /// <summary>The next node in document order without recursion, however deep the tree.</summary>
    private static bool Next(INode root, ref INode node, ref int depth)
    {
        if (node.FirstChild is { } child)
        {
            (node, depth) = (child, depth + 1);
            return true;
        }

        while (node != root)
        {
            if (node.NextSibling is { } sibling)
            {
                node = sibling;
                return true;
            }

            (node, depth) = (node.Parent!, depth - 1);
        }

        return false;
    }
}

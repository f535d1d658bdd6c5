using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>What stands between the paragraphs: pictures, tables, recordings, other sites' frames.</summary>
public sealed partial class HtmlToMarkdown
{
    private List<string> Figures(IEnumerable<IElement> images, string? caption)
        => images.Select(image => targets.Figure(image, caption)).OfType<string>().ToList();

    private List<string> Table(IElement element, string? caption)
        => [tables.Of(element, caption), .. Figures(element.QuerySelectorAll("img"), null)];

    private List<string> Figure(IElement element)
    {
        var caption = element.Children.LastOrDefault(child => child.LocalName == "figcaption");
        var words = caption?.TextContent.Trim();
        caption?.Remove();
        if (element.QuerySelector("table") is { } table && element.QuerySelector("figure") is null)
        {
            return Table(table, words);
        }

        var images = element.QuerySelectorAll("img").ToList();
        if (images.Count > 0 && element.QuerySelector("figure, figcaption, ul, blockquote") is null)
        {
            return Figures(images, words is { Length: > 0 } ? words : null);
        }

        var blocks = Blocks(element.ChildNodes);
        if (caption is not null)
        {
            blocks.AddRange(Paragraph([.. caption.ChildNodes]));
        }

        return blocks;
    }

    /// <summary>A recording or another site's frame: a link to where it is, which the reader may follow.</summary>
    private List<string> Elsewhere(string? address, bool file)
    {
        if (targets.Address(address?.Trim() ?? "") is not { } target)
        {
            return [];
        }

        var name = file ? Uri.UnescapeDataString(target.Split('?', '#')[0].TrimEnd('/').Split('/')[^1]) : "";
        return [name.Length > 0 ? $"[{MarkdownText.Escape(name)}]({MarkdownText.Target(target)})" : $"<{target.Replace(' ', '+')}>"];
    }
}

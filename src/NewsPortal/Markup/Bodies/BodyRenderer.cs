using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace NewsPortal.Markup.Bodies;

/// <summary>A parsed body to HTML: Markdig's writing, with the house's where a story differs from a plain document.</summary>
internal static class BodyRenderer
{
    /// <returns>Null when it is nested deeper than any story is.</returns>
    public static string? Render(MarkdownDocument document, BodyParts parts)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        BodyText.Pipeline.Setup(renderer);
        var figures = new FigureQueue(parts);
        renderer.ObjectRenderers.RemoveAll(r
            => r is ParagraphRenderer or HeadingRenderer or LinkInlineRenderer or HtmlFootnoteGroupRenderer or HtmlFootnoteLinkRenderer
                or Markdig.Extensions.Tables.HtmlTableRenderer);
        renderer.ObjectRenderers.Add(new ParagraphWriter(parts, figures));
        renderer.ObjectRenderers.Add(new HeadingWriter(figures));
        renderer.ObjectRenderers.Add(new LinkWriter(parts, figures));
        renderer.ObjectRenderers.Add(new ContainerWriter(parts));
        renderer.ObjectRenderers.Add(new TableWriter(parts));
        renderer.ObjectRenderers.Add(new FootnotesWriter(parts));
        renderer.ObjectRenderers.Add(new FootnoteLinkWriter(parts));
        try
        {
            renderer.Render(document);
        }
        catch (ArgumentException)
        {
            // The nesting limit holds for writing too, and counts a little differently there.
            return null;
        }

        writer.Flush();
        return writer.ToString();
    }
}

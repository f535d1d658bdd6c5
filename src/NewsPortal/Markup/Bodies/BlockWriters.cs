using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsPortal.Markup.Bodies;

/// <summary>Figures named inside a line of text: they stand after the block that names them, since no paragraph may hold one.</summary>
internal sealed class FigureQueue(BodyParts parts)
{
    private readonly List<LinkInline> waiting = [];

    public void Add(LinkInline photo) => waiting.Add(photo);

    public void WriteTo(HtmlRenderer renderer)
    {
        foreach (var photo in waiting)
        {
            renderer.EnsureLine();
            renderer.Write(parts.PlaceFigure(FigureMarkdown.Read(photo)));
        }

        waiting.Clear();
    }
}

internal sealed class ParagraphWriter(BodyParts parts, FigureQueue figures) : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (LoneInline.CardIn(paragraph) is { } storyId)
        {
            WriteCard(renderer, storyId);
        }
        else if (!renderer.ImplicitParagraph && Embed.In(paragraph) is { } embed)
        {
            renderer.EnsureLine();
            renderer.Write(embed.ToHtml(parts));
        }
        else if (LoneInline.OnlyPhotos(paragraph))
        {
            foreach (var photo in paragraph.Inline!.Descendants<LinkInline>().Where(BodyText.IsPhoto))
            {
                figures.Add(photo);
            }
        }
        else
        {
            WriteText(renderer, paragraph);
        }

        figures.WriteTo(renderer);
    }

    private static void WriteText(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        if (renderer.ImplicitParagraph)
        {
            renderer.WriteLeafInline(paragraph);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<p>");
        renderer.WriteLeafInline(paragraph);
        renderer.WriteLine("</p>");
    }

    private void WriteCard(HtmlRenderer renderer, int storyId)
    {
        renderer.EnsureLine();
        if (parts.Sources.Story(storyId) is { } story)
        {
            renderer.Write(parts.PlaceCard(story));
        }
    }
}

internal sealed class HeadingWriter(FigureQueue figures) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var tag = heading.Level <= 2 ? "h2" : "h3";
        renderer.EnsureLine();
        renderer.Write($"<{tag}>");
        renderer.WriteLeafInline(heading);
        renderer.WriteLine($"</{tag}>");
        figures.WriteTo(renderer);
    }
}

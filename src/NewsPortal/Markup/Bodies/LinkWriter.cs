using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsPortal.Markup.Bodies;

internal sealed class LinkWriter(BodyParts parts, FigureQueue figures) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var url = BodyText.UrlOf(link);
        if (BodyText.IsPhoto(link))
        {
            figures.Add(link);
        }
        else if (link.IsImage)
        {
            WriteFarImage(renderer, link, url);
        }
        else if (BodyText.StoryId(url) is { } storyId)
        {
            WriteLink(renderer, link, parts.Sources.Story(storyId)?.Url);
        }
        else
        {
            WriteLink(renderer, link, url);
        }
    }

    private static void WriteLink(HtmlRenderer renderer, LinkInline link, string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            renderer.WriteChildren(link);
            return;
        }

        Open(renderer, url, link.Title);
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    /// <summary>Showing it would tell another site who reads this story; so it is a link.</summary>
    private static void WriteFarImage(HtmlRenderer renderer, LinkInline image, string url)
    {
        var alt = FigureMarkdown.TextIn(image);
        Open(renderer, url, null);
        renderer.WriteEscape(alt.Length > 0 ? alt : url);
        renderer.Write("</a>");
    }

    private static void Open(HtmlRenderer renderer, string url, string? title)
    {
        renderer.Write("<a href=\"").WriteEscapeUrl(url).Write('"');
        if (!string.IsNullOrWhiteSpace(title))
        {
            renderer.Write(" title=\"").WriteEscape(title).Write('"');
        }

        renderer.Write('>');
    }
}

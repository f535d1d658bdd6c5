using System.Net;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace NewsPortal.Markup.Bodies;

/// <summary><c>::: pull</c> is a pull quote, <c>::: note</c> a box; any other name is no box at all.</summary>
internal sealed class ContainerWriter(BodyParts parts) : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        renderer.EnsureLine();
        switch (container.Info?.Trim())
        {
            case "pull" when container.Count > 0:
                WritePull(renderer, container);
                break;
            case "note":
                renderer.WriteLine($"<div class=\"note\"{parts.MarkAttribute}>");
                renderer.WriteChildren(container);
                renderer.EnsureLine();
                renderer.WriteLine("</div>");
                break;
            default:
                renderer.WriteChildren(container);
                break;
        }
    }

    private void WritePull(HtmlRenderer renderer, CustomContainer container)
    {
        var label = WebUtility.HtmlEncode(parts.Label(parts.Sources.Words.PullQuote));
        renderer.WriteLine($"<aside class=\"pull\" aria-label=\"{label}\"{parts.MarkAttribute}>");
        var speaker = container.Count > 1 ? container.LastChild as ParagraphBlock : null;
        foreach (var block in container)
        {
            if (block == speaker)
            {
                renderer.EnsureLine();
                renderer.Write($"<footer{parts.MarkAttribute}>");
                renderer.WriteLeafInline(speaker);
                renderer.WriteLine("</footer>");
            }
            else
            {
                renderer.Write(block);
            }
        }

        renderer.WriteLine("</aside>");
    }
}

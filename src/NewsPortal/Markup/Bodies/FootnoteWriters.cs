using System.Globalization;
using System.Net;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace NewsPortal.Markup.Bodies;

internal sealed class FootnotesWriter(BodyParts parts) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
    {
        if (notes.Count == 0)
        {
            return;
        }

        var mark = parts.MarkAttribute;
        renderer.EnsureLine();
        renderer.WriteLine($"<section class=\"footnotes\" aria-labelledby=\"fn-heading\"{mark}>");
        renderer.WriteLine($"<h2 class=\"vh\" id=\"fn-heading\"{mark}>{WebUtility.HtmlEncode(parts.Sources.Words.Footnotes)}</h2>\n<ol>");
        foreach (var note in notes.OfType<Footnote>())
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<li id=\"fn-{note.Order}\"{mark}>"));
            renderer.WriteChildren(note);
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>\n</section>");
    }
}

internal sealed class FootnoteLinkWriter(BodyParts parts) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var order = link.Footnote.Order;
        var mark = parts.MarkAttribute;
        if (link.IsBackLink)
        {
            var label = WebUtility.HtmlEncode(string.Create(CultureInfo.InvariantCulture, $"{parts.Sources.Words.BackToText} {link.Index}"));
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $" <a href=\"#fnref-{link.Index}\" aria-label=\"{label}\"{mark}>↩</a>"));
        }
        else
        {
            renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<sup><a href=\"#fn-{order}\" id=\"fnref-{link.Index}\"{mark}>{order}</a></sup>"));
        }
    }
}

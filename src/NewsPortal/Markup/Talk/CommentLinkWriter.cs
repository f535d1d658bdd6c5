using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace NewsPortal.Markup.Talk;

/// <summary>A link leaves the site and says that a reader put it there. A picture, or a link to elsewhere, is shown as typed.</summary>
internal sealed class CommentLinkWriter(string typed) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var url = link.Url ?? "";
        if (link.IsImage || !CommentLink.IsSafe(url))
        {
            renderer.WriteEscape(typed.AsSpan(link.Span.Start, link.Span.Length));
            return;
        }

        CommentLink.Open(renderer, url);
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }
}

internal sealed class CommentAutolinkWriter : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var url = link.IsEmail ? "mailto:" + link.Url : link.Url;
        if (!CommentLink.IsSafe(url))
        {
            renderer.WriteEscape($"<{link.Url}>");
            return;
        }

        CommentLink.Open(renderer, url);
        renderer.WriteEscape(link.Url);
        renderer.Write("</a>");
    }
}

internal static class CommentLink
{
    public static bool IsSafe(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    public static void Open(HtmlRenderer renderer, string url)
        => renderer.Write("<a href=\"").WriteEscapeUrl(url).Write("\" rel=\"nofollow ugc noopener\">");
}

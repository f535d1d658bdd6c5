using System.Globalization;
using System.Net;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsPortal.Markup.Bodies;

/// <summary>Another site's video or post, named by its bare address. The page loads nothing of it: it is a link to leave by.</summary>
internal sealed record Embed(string Url, string Site)
{
    private static readonly string[] Sites =
    [
        "youtube.com", "youtu.be", "vimeo.com", "dailymotion.com", "x.com", "twitter.com", "instagram.com", "facebook.com",
        "tiktok.com", "bsky.app", "threads.net", "reddit.com", "soundcloud.com", "open.spotify.com", "mastodon.social", "wordpress.tv",
    ];

    public static Embed? In(ParagraphBlock paragraph)
    {
        var url = LoneInline.Of(paragraph) switch
        {
            AutolinkInline { IsEmail: false } bracketed => bracketed.Url,
            LinkInline { IsAutoLink: true } bare => bare.Url,
            _ => null,
        };
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && SiteOf(uri.Host) is { } site
            ? new(uri.AbsoluteUri, site) : null;
    }

    public string ToHtml(BodyParts parts)
    {
        var text = string.Format(CultureInfo.InvariantCulture, parts.Sources.Words.SeeOn, Site);
        return $"<p class=\"embed\"{parts.MarkAttribute}><a href=\"{WebUtility.HtmlEncode(Url)}\">{WebUtility.HtmlEncode(text)}</a></p>\n";
    }

    private static string? SiteOf(string host)
        => Sites.FirstOrDefault(s => host.Equals(s, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith('.' + s, StringComparison.OrdinalIgnoreCase));
}

using System.Net;
using System.Text.RegularExpressions;

namespace NewsPortal.Import.WordPress;

/// <summary>The shortcodes of WordPress itself as HTML. Those of plug-ins go, and what they enclosed stays.</summary>
internal static partial class WordPressShortcodes
{
    /// <summary>An element that stands for a gallery until its pictures are known.</summary>
    public const string Gallery = "wp-gallery";

    private static readonly string[] Recordings = ["src", "mp3", "m4a", "ogg", "oga", "wav", "mp4", "m4v", "webm", "ogv", "mov", "wmv", "flv"];

    /// <returns>Null for brackets that are no shortcode.</returns>
    public static string? Replace(Shortcode code, Action<string> unknown)
    {
        switch (code.Name)
        {
            case "caption" or "wp_caption":
                return Caption(code);
            case "gallery":
                return Pictures(code);
            case "embed":
                return Link(code.Content?.Trim() ?? code["src"] ?? code.FirstLoose);
            case "audio" or "video":
                return Recording(code);
            case "youtube" or "vimeo" or "tweet" or "instagram" or "soundcloud" or "dailymotion" or "facebook":
                return Link(code["url"] ?? code["id"] ?? code.FirstLoose ?? code.Content?.Trim()) ?? "";
            case "code" or "sourcecode" when code.Content is not null:
                return $"<pre><code>{code.Content}</code></pre>";
            case "playlist":
                unknown(code.Name);
                return "";
        }

        if (!IsShortcode(code))
        {
            return null;
        }

        unknown(code.Name);
        return code.Content is null ? "" : Shortcodes.Expand(code.Content, inner => Replace(inner, unknown));
    }

    /// <summary>"[simple boat]" and "[sic]" are words in brackets; a shortcode has values, an end, or a name nobody writes.</summary>
    private static bool IsShortcode(Shortcode code)
        => code.Content is not null || code.Named.Count > 0 || code.Name.Contains('_', StringComparison.Ordinal)
            || (code.Name.Contains('-', StringComparison.Ordinal) && code.Loose.Count == 0);

    private static string Caption(Shortcode code)
    {
        var content = code.Content ?? "";
        var picture = LeadingPicture().Match(content);
        var image = picture.Success ? picture.Value : "";
        var words = code["caption"] ?? content[image.Length..].Trim();
        // Without a picture there is nothing to caption: the words are part of the story.
        return image.Length == 0 ? content : $"\n\n<figure>{image}{(words.Length > 0 ? $"<figcaption>{words}</figcaption>" : "")}</figure>\n\n";
    }

    private static string Pictures(Shortcode code)
    {
        string Numbers(string name) => WebUtility.HtmlEncode(string.Join(',', Number().Matches(code[name] ?? "").Select(number => number.Value)));
        return $"\n\n<{Gallery} ids=\"{(Numbers("ids") is { Length: > 0 } ids ? ids : Numbers("include"))}\" exclude=\"{Numbers("exclude")}\" of=\"{Numbers("id")}\"></{Gallery}>\n\n";
    }

    private static string Recording(Shortcode code)
    {
        var address = Recordings.Select(name => code[name]).FirstOrDefault(value => value is not null) ?? code.FirstLoose ?? code.Content?.Trim();
        return Uri.TryCreate(address, UriKind.Absolute, out _) ? $"\n\n<audio src=\"{WebUtility.HtmlEncode(address)}\"></audio>\n\n" : "";
    }

    private static string? Link(string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? $"\n\n<p>{WebUtility.HtmlEncode(address)}</p>\n\n"
            : null;

    [GeneratedRegex(@"^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LeadingPicture();

    [GeneratedRegex(@"\d{1,18}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsPortal.Import.WordPress;

/// <summary>A post's content as a tree of ordinary HTML: without blocks, shortcodes and what WordPress adds for layout.</summary>
internal static partial class WordPressBody
{
    /// <summary>Characters after which a content is taken as words without markup.</summary>
    public const int LongestMarkup = 4 * 1024 * 1024;

    private const string Leftovers = "script, style, noscript, .wp-block-spacer, .wp-block-file__button, .sharedaddy, .jp-relatedposts, dl.wp-caption:not(:has(img))";

    /// <param name="item">A post or page.</param>
    /// <param name="lost">Told why and what, of each thing left out.</param>
    public static IElement Parse(WxrItem item, Action<string, string> lost)
    {
        var content = EmbeddedFile().Replace(item.Content, "");
        if (content.Length > LongestMarkup)
        {
            lost("The text is too long for its markup to be read; it came as plain words", item.Label);
            content = System.Net.WebUtility.HtmlEncode(content);
        }

        var blocks = BlockMarkup.IsIn(content);
        content = BlockMarkup.Strip(content, Footnotes(item), name => lost("A block that the old site filled in for each visit has no counterpart", $"{name}, {item.Label}"));
        content = Shortcodes.Expand(content, code => WordPressShortcodes.Replace(code, name => lost("A shortcode that is not known here was left out", $"[{name}], {item.Label}")));
        var body = new HtmlParser().ParseDocument($"<body>{content}").Body!;
        if (HtmlDepth.Limit(body))
        {
            lost("Elements nested too deeply were flattened", item.Label);
        }

        Tidy(body);
        ClassicParagraphs.Apply(body, lineBreaks: !blocks);
        return body;
    }

    private static string Footnotes(WxrItem item)
    {
        try
        {
            var notes = JsonSerializer.Deserialize<List<Dictionary<string, string>>>(item.MetaValue("footnotes") ?? "[]");
            return notes is { Count: > 0 } ? $"<ol>{string.Concat(notes.Select(note => $"<li>{note.GetValueOrDefault("content")}</li>"))}</ol>" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static void Tidy(IElement body)
    {
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            UseTrueSource(image);
        }

        foreach (var cover in body.QuerySelectorAll("[style*='background-image']").ToList())
        {
            if (BackgroundImage().Match(cover.GetAttribute("style")!) is { Success: true } background)
            {
                ShowBackground(cover, background.Groups[1].Value);
            }
        }

        foreach (var leftover in body.QuerySelectorAll(Leftovers).ToList())
        {
            leftover.Remove();
        }
    }

    /// <summary>Lazy loading by script keeps the address elsewhere.</summary>
    private static void UseTrueSource(IElement image)
    {
        var lazy = image.GetAttribute("data-src") ?? image.GetAttribute("data-lazy-src") ?? image.GetAttribute("data-original");
        var source = image.GetAttribute("src") ?? "";
        if (lazy is not null && (source.Length == 0 || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || !PictureAddress.IsPicture(source)))
        {
            image.SetAttribute("src", lazy);
        }
    }

    private static void ShowBackground(IElement cover, string background)
    {
        var address = background.Trim('"', '\'', ' ');
        if (cover.QuerySelectorAll("img").Any(shown => shown.GetAttribute("src") == address))
        {
            return;
        }

        var image = cover.Owner!.CreateElement("img");
        image.SetAttribute("src", address);
        image.ClassName = cover.ClassName;
        image.SetAttribute("alt", cover.GetAttribute("aria-label") ?? "");
        cover.InsertBefore(image, cover.FirstChild);
    }

    [GeneratedRegex(@"(?:src|href)\s*=\s*(?:""data:[^""]{0,50000000}""|'data:[^']{0,50000000}')", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex EmbeddedFile();

    [GeneratedRegex(@"background-image\s*:\s*url\(\s*([^)]{1,2000})\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BackgroundImage();
}

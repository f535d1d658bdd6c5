using System.Globalization;
using AngleSharp.Dom;
using NewsPortal.Markup;
using NewsPortal.Media;

namespace NewsPortal.Import.WordPress;

/// <summary>A post's content as Markdown, its pictures as figures, its links to the old site as links to what they are now.</summary>
internal sealed class StoryText(BodyPictures bodyPictures, PictureImport pictures, OldAddresses addresses)
{
    /// <param name="Markdown">The body.</param>
    /// <param name="Words">The body's words, for a headline if there is none.</param>
    /// <param name="Lead">The post's featured image.</param>
    public sealed record Text(string Markdown, string Words, Figure? Lead);

    public async Task<Text> OfAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        var body = WordPressBody.Parse(item, run.Tell);
        await bodyPictures.ResolveAsync(run, item, body, cancel);
        var stories = await StoriesLinkedAsync(run, body, cancel);
        var figures = new List<(string Markdown, Figure Figure)>();
        var targets = new BodyTargets(
            (image, caption) => Figure(image, caption, figures),
            address => Address(run, address, stories),
            name => run.Tell("An element has no counterpart here", $"{name}, {item.Label}"))
        { Language = run.Survey.Language };
        var markdown = HtmlToMarkdown.Convert(body, targets);
        var lead = await LeadAsync(run, item, cancel);
        if (lead is not null && figures.Count > 0 && figures[0].Figure.PhotoId == lead.PhotoId && markdown.StartsWith(figures[0].Markdown, StringComparison.Ordinal))
        {
            // The theme showed it above the text and the writer put it there once more.
            markdown = markdown[figures[0].Markdown.Length..].TrimStart('\n');
            lead = figures[0].Figure;
        }

        return new Text(markdown, PlainWords.Of(System.Net.WebUtility.HtmlEncode(body.TextContent)), lead);
    }

    private static string? Figure(IElement image, string? caption, List<(string Markdown, Figure Figure)> figures)
    {
        if (!int.TryParse(image.GetAttribute(BodyPictures.PhotoId), NumberStyles.None, CultureInfo.InvariantCulture, out var photo))
        {
            return null;
        }

        var figure = new Figure
        {
            PhotoId = photo,
            Caption = PlainWords.Cut(Join(caption), Photo.CaptionLength),
            Alt = PlainWords.Cut(AttachmentWords.Describing(image.GetAttribute("alt"), image.GetAttribute("src") ?? ""), Photo.AltLength),
        };
        var markdown = FigureMarkdown.Of(figure);
        figures.Add((markdown, figure));
        return markdown;
    }

    private static string? Join(string? caption)
        => caption is null ? null : string.Join(' ', caption.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <returns>Null for an address that leads nowhere, or is no address at all.</returns>
    private static string? Address(WordPressRun run, string address, Dictionary<string, int> stories)
    {
        var plain = address.Trim();
        if (plain.Length == 0 || plain[0] == '#' || !Uri.TryCreate(run.Survey.BaseUri, plain, out var uri))
        {
            return null;
        }

        if (uri.Scheme is not ("http" or "https"))
        {
            return uri.Scheme == "mailto" ? uri.AbsoluteUri : null;
        }

        if (OldPath(run, plain) is not { } path)
        {
            return Uri.TryCreate(plain, UriKind.Absolute, out _) ? plain : uri.AbsoluteUri;
        }

        if (OldAddresses.Normal(path) is { } normal && stories.TryGetValue(normal, out var story))
        {
            return string.Create(CultureInfo.InvariantCulture, $"story:{story}");
        }

        // A file is not on the new site; a page of lists has its redirect there.
        return Path.GetExtension(uri.AbsolutePath).Length > 0 ? uri.AbsoluteUri : path + uri.Fragment;
    }

    private static string? OldPath(WordPressRun run, string address)
        => run.PathOf(address) is { } found ? found.Query.Length > 0 ? $"{found.Path}?{found.Query}" : found.Path : null;

    private async Task<Dictionary<string, int>> StoriesLinkedAsync(WordPressRun run, IElement body, CancellationToken cancel)
    {
        var paths = body.QuerySelectorAll("a[href]").Select(link => OldPath(run, link.GetAttribute("href")!.Trim())).OfType<string>()
            .Select(OldAddresses.Normal).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return paths.Count == 0 ? [] : await addresses.FindArticlesAsync(paths, cancel);
    }

    private async Task<Figure?> LeadAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        if (item.MetaValue("_thumbnail_id")?.Trim() is not { Length: > 0 } attachment || attachment == "0")
        {
            return null;
        }

        var found = await pictures.FindAsync([attachment], cancel);
        if (found.TryGetValue(attachment, out var photo))
        {
            return new Figure { PhotoId = photo };
        }

        run.Tell("A featured image is not in this export", $"{item.Label}, attachment {attachment}");
        return null;
    }
}

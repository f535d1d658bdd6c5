using System.Globalization;
using NewsPortal.Articles;
using NewsPortal.Markup;

namespace NewsPortal.Import.WordPress;

/// <summary>A post or page as the copy of a story: its words, pictures, authors and terms.</summary>
internal sealed class StoryCopy(AuthorImport authors, SectionImport sections, TagImport tags, StoryText texts, Site site)
{
    private const int HeadlineFromText = 80;

    // Formats that tell a reader what to expect. An aside or a status is only a short story.
    private static readonly string[] ToldFormats = ["gallery", "image", "video", "audio", "chat", "quote", "link"];

    public static string SlugOf(WxrItem item)
    {
        var name = Uri.UnescapeDataString(item.Name);
        return Slug.Of(name.Length > 0 ? name : PlainWords.Of(item.Title), Article.SlugLength);
    }

    /// <summary>The title's words; WordPress shows a post without a title by its first words, which then are its headline.</summary>
    public static string HeadlineOf(WxrItem item, string text)
    {
        var title = PlainWords.Cut(PlainWords.Of(item.Title), Copy.HeadlineLength);
        return title ?? PlainWords.Cut(text, HeadlineFromText) ?? PlainWords.Cut(Uri.UnescapeDataString(item.Name).Replace('-', ' '), HeadlineFromText) ?? item.Label;
    }

    public async Task<Copy> OfAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        var story = item.Type == "post";
        var text = await texts.OfAsync(run, item, cancel);
        var bylines = await authors.OfAsync(run, item, cancel);
        var clean = OldCopy.Clean(run, item, new PastedCopy(Headline(run, item, text.Words), text.Markdown));
        return new Copy
        {
            Headline = PlainWords.Cut(clean.Headline, Copy.HeadlineLength) ?? item.Label,
            Slug = SlugOf(item),
            Standfirst = Standfirst(run, item),
            Kicker = Kicker(run, item),
            Body = clean.Body,
            LastMinute = clean.LastMinute,
            Lead = text.Lead,
            Language = Language(run),
            SectionId = story ? await sections.OfAsync(run, item, cancel) : null,
            Bylines = [.. bylines.Distinct().Select(id => new BylineCopy(id))],
            TagIds = story ? await tags.OfAsync(run, item, cancel) : [],
            // Pages below another are reached from it, not from the foot of every page.
            Pinned = story ? item.Sticky : item.ParentId is "" or "0",
            CommentsMode = item.CommentsOpen ? CommentsMode.Inherit : CommentsMode.Closed,
        };
    }

    private static string Headline(WordPressRun run, WxrItem item, string text)
    {
        var title = PlainWords.Of(item.Title);
        if (title.Length is 0 or > Copy.HeadlineLength)
        {
            run.Tell(title.Length == 0 ? "A post without a title took its first words as headline" : "A title was too long and was cut", item.Label);
        }

        return HeadlineOf(item, text);
    }

    private static string? Standfirst(WordPressRun run, WxrItem item)
    {
        var words = PlainWords.Of(Shortcodes.Expand(item.Excerpt, code => WordPressShortcodes.Replace(code, _ => { })));
        if (words.Length > Copy.StandfirstLength)
        {
            run.Tell("An excerpt was too long for a standfirst and was cut", item.Label);
        }

        return PlainWords.Cut(words, Copy.StandfirstLength);
    }

    private static string? Kicker(WordPressRun run, WxrItem item)
    {
        var format = item.Terms.FirstOrDefault(term => term.Taxonomy == "post_format");
        var name = format?.Slug.Replace("post-format-", "", StringComparison.Ordinal);
        if (name is not null && !ToldFormats.Contains(name))
        {
            run.Tell("A post format has no counterpart; the post is an ordinary story", $"{name}, {item.Label}");
            return null;
        }

        return format is null ? null : PlainWords.Cut(PlainWords.Of(format.Name), Copy.KickerLength);
    }

    private string? Language(WordPressRun run)
    {
        var old = run.Survey.Language.Replace('_', '-').Trim();
        var same = old.Split('-')[0].Equals(site.Language, StringComparison.OrdinalIgnoreCase);
        return same || old.Length is 0 or > 35 || !IsLanguage(old) ? null : old;
    }

    private static bool IsLanguage(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}

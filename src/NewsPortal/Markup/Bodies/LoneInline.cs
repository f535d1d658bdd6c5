using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsPortal.Markup.Bodies;

/// <summary>What a paragraph holds when it holds nothing else to read.</summary>
internal static class LoneInline
{
    /// <returns>The only inline that shows, or null when there is none or more than one.</returns>
    public static Inline? Of(ParagraphBlock paragraph)
    {
        Inline? only = null;
        foreach (var inline in paragraph.Inline ?? [])
        {
            if (IsBlank(inline))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = inline;
        }

        return only;
    }

    /// <returns>The story whose card stands here: <c>[related](story:42)</c>.</returns>
    public static int? CardIn(ParagraphBlock paragraph)
        => Of(paragraph) is LinkInline { IsImage: false } link
            && FigureMarkdown.TextIn(link).Equals("related", StringComparison.OrdinalIgnoreCase)
            ? BodyText.StoryId(BodyText.UrlOf(link)) : null;

    public static bool OnlyPhotos(ParagraphBlock paragraph)
        => paragraph.Inline is { } inline && inline.Any(i => !IsBlank(i)) && inline.All(i => IsBlank(i) || IsPhotoOrItsLink(i));

    private static bool IsPhotoOrItsLink(Inline inline) => inline is LinkInline link
        && (BodyText.IsPhoto(link) || (!link.IsImage && link.Any() && link.All(i => i is LinkInline inner && BodyText.IsPhoto(inner))));

    private static bool IsBlank(Inline inline)
        => inline is LineBreakInline || (inline is LiteralInline literal && literal.Content.IsEmptyOrWhitespace());
}

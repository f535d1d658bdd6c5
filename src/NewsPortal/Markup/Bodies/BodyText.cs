using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsPortal.Markup.Bodies;

/// <summary>The Markdown that stories are written in, and the addresses it knows.</summary>
internal static partial class BodyText
{
    public static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>
    /// Markdig's work on one block can grow with the square of its length. This many squared thousands of characters
    /// are some seconds at the very worst: a table of 100,000 characters, or a megabyte in blocks of 10,000.
    /// </summary>
    private const double MostWork = 10_000;

    /// <returns>Null when the text is nested deeper, or has longer blocks, than any story has.</returns>
    public static MarkdownDocument? Parse(string markdown)
    {
        if (Work(markdown) > MostWork)
        {
            return null;
        }

        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's answer to nesting beyond its limit.
            return null;
        }
    }

    /// <summary>The text as paragraphs and nothing else.</summary>
    public static string AsTyped(string text) => string.Concat(
        BlankLines().Split(text).Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim())}</p>\n"));

    public static string UrlOf(LinkInline link) => (link.GetDynamicUrl?.Invoke() ?? link.Url ?? "").Trim();

    public static int? PhotoId(string url) => IdOf(url, "photo:");

    public static int? StoryId(string url) => IdOf(url, "story:");

    public static bool IsPhoto(LinkInline link) => link.IsImage && PhotoId(UrlOf(link)) is not null;

    private static double Work(string markdown)
    {
        var work = 0d;
        var block = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            block = line.IsWhiteSpace() ? 0 : block + line.Length;
            work += line.Length / 1e3 * (block / 1e3);
        }

        return work;
    }

    private static int? IdOf(string url, string scheme)
        => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(url.AsSpan(scheme.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseGridTables()
            .UseFootnotes()
            .UseAutoLinks(new() { UseHttpsForWWWLinks = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript);
        // Only the block form: the extension's inline form would take the colons out of "std::vector".
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        builder.InlineParsers.Insert(0, new FigureWordsParser());
        return builder.Build();
    }

    [GeneratedRegex(@"\n[ \t\r]*\n")]
    private static partial Regex BlankLines();
}

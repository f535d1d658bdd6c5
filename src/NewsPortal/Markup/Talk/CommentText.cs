using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace NewsPortal.Markup.Talk;

/// <summary>The small Markdown of comments.</summary>
internal static partial class CommentText
{
    private static readonly MarkdownPipeline Pipeline = Build();

    public static string ToHtml(string typed)
    {
        try
        {
            return Write(Markdown.Parse(typed, Pipeline), typed);
        }
        catch (ArgumentException)
        {
            // Nested beyond Markdig's limit: nobody's honest quote of a quote.
            return AsTyped(typed);
        }
    }

    private static string AsTyped(string typed) => string.Concat(
        BlankLines().Split(typed).Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => $"<p>{WebUtility.HtmlEncode(p.Trim())}</p>"));

    private static string Write(MarkdownDocument document, string typed)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.RemoveAll(r => r is LinkInlineRenderer or AutolinkInlineRenderer);
        renderer.ObjectRenderers.Add(new CommentLinkWriter(typed));
        renderer.ObjectRenderers.Add(new CommentAutolinkWriter());
        renderer.Render(document);
        writer.Flush();
        return writer.ToString();
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseSoftlineBreakAsHardlineBreak();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new QuoteBlockParser());
        builder.BlockParsers.Add(new TypedParagraphParser());
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(new LinkInlineParser());
        builder.InlineParsers.Add(new EmphasisInlineParser());
        builder.InlineParsers.Add(new AutolinkInlineParser(new AutolinkOptions { EnableHtmlParsing = false }));
        builder.InlineParsers.Add(new LineBreakInlineParser { EnableSoftAsHard = true });
        return builder.Use(new AutoLinkExtension(null)).Build();
    }

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BlankLines();

    /// <summary>Leaves link definitions where they are: a comment shows every word its reader typed.</summary>
    private sealed class TypedParagraphParser : ParagraphBlockParser
    {
        public TypedParagraphParser() => ParseSetextHeadings = false;

        public override bool Close(BlockProcessor processor, Block block)
        {
            if (block is ParagraphBlock { Lines: { Count: > 0 } lines })
            {
                for (var i = 0; i < lines.Count; i++)
                {
                    lines.Lines[i].Slice.TrimStart();
                }

                lines.Lines[lines.Count - 1].Slice.TrimEnd();
            }

            return true;
        }
    }
}

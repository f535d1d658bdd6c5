using System.Text.RegularExpressions;
using DiffPlex;

namespace NewsPortal.Articles.Merging;

/// <summary>
/// A body cut at its blank lines. A paragraph is compared without the gap after it, or adding one at the end would
/// change the one before.
/// </summary>
internal static partial class Paragraphs
{
    public const string Gap = "\n\n";

    public static readonly IChunker Chunker = new ByBlankLine();

    public static readonly IChunker Lines = new ByLine();

    public static IReadOnlyList<string> GapsOf(string body) => [.. BlankLines().Matches(body).Select(match => match.Value)];

    [GeneratedRegex(@"\n(?:[ \t]*\n)+")]
    private static partial Regex BlankLines();

    private sealed class ByBlankLine : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : BlankLines().Split(text);
    }

    private sealed class ByLine : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split('\n');
    }
}

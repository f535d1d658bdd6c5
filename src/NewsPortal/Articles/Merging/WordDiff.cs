using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;

namespace NewsPortal.Articles.Merging;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A stretch of text that is in both versions, or in one. As written: whoever prints it encodes it.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>Two texts compared word by word.</summary>
public static partial class WordDiff
{
    private static readonly IChunker Words = new ByWord();

    public static IReadOnlyList<DiffPart> Between(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, false, false, Words);
        var parts = new List<DiffPart>();
        var at = 0;
        foreach (var block in Joined(diff))
        {
            Add(DiffKind.Same, diff.PiecesOld, at, block.DeleteStartA - at);
            Add(DiffKind.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(DiffKind.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(DiffKind.Same, diff.PiecesOld, at, diff.PiecesOld.Count - at);
        return parts;

        void Add(DiffKind kind, IReadOnlyList<string> pieces, int start, int count)
        {
            if (count > 0)
            {
                parts.Add(new(kind, string.Concat(pieces.Skip(start).Take(count))));
            }
        }
    }

    // Words that were changed one after the other were changed together; the spaces that stayed between them say nothing.
    private static List<DiffBlock> Joined(DiffResult diff)
    {
        var joined = new List<DiffBlock>();
        foreach (var block in diff.DiffBlocks)
        {
            if (joined is [.., var last] && IsBlank(diff.PiecesOld, last.DeleteStartA + last.DeleteCountA, block.DeleteStartA))
            {
                joined[^1] = new DiffBlock(
                    last.DeleteStartA, block.DeleteStartA + block.DeleteCountA - last.DeleteStartA,
                    last.InsertStartB, block.InsertStartB + block.InsertCountB - last.InsertStartB);
            }
            else
            {
                joined.Add(block);
            }
        }

        return joined;
    }

    private static bool IsBlank(IReadOnlyList<string> pieces, int from, int until)
        => pieces.Skip(from).Take(until - from).All(piece => string.IsNullOrWhiteSpace(piece) && piece != "\n");

    // A word with its marks; spaces are pieces of their own, so that joining the pieces gives the text back.
    [GeneratedRegex(@"\s|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]+")]
    private static partial Regex Pieces();

    private sealed class ByWord : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Pieces().Matches(text).Select(match => match.Value)];
    }
}

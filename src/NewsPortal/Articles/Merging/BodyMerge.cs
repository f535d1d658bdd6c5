using System.Text;
using DiffPlex;

namespace NewsPortal.Articles.Merging;

/// <summary>
/// Merges bodies by paragraph, and by line inside a paragraph that both changed. Two changes of one line are left to a
/// person: words put together by a program from two minds are nobody's sentence.
/// </summary>
internal sealed class BodyMerge(Settlement settlement)
{
    public string Merge(string @base, string mine, string theirs)
    {
        if (mine == theirs || mine == @base)
        {
            return theirs;
        }

        return theirs == @base ? mine : ByParagraph(@base, mine, theirs);
    }

    private string ByParagraph(string @base, string mine, string theirs)
    {
        var (from, my, their) = (new Text(@base, Paragraphs.Chunker), new Text(mine, Paragraphs.Chunker), new Text(theirs, Paragraphs.Chunker));
        var merged = new Joined(Paragraphs.Gap);
        foreach (var region in Regions.Between(@base, mine, theirs, Paragraphs.Chunker))
        {
            if (region is { MineChanged: true, TheirsChanged: true })
            {
                merged.Add(ByLine(from.Take(region.Base), my.Take(region.Mine), their.Take(region.Theirs)), their.GapAfter(region.Theirs));
            }
            else if (region.MineChanged)
            {
                merged.Add(my.Take(region.Mine), my.GapAfter(region.Mine));
            }
            else
            {
                merged.Add(their.Take(region.Theirs), their.GapAfter(region.Theirs));
            }
        }

        return merged.ToString();
    }

    private string? ByLine(string? @base, string? mine, string? theirs)
    {
        if (mine == theirs)
        {
            return theirs;
        }

        if (@base is null || mine is null || theirs is null)
        {
            return settlement.OfBody(@base, mine, theirs);
        }

        var regions = Regions.Between(@base, mine, theirs, Paragraphs.Lines).ToList();
        if (regions.Exists(region => region is { MineChanged: true, TheirsChanged: true }))
        {
            return settlement.OfBody(@base, mine, theirs);
        }

        var (my, their) = (new Text(mine, Paragraphs.Lines), new Text(theirs, Paragraphs.Lines));
        var merged = new Joined("\n");
        regions.ForEach(region => merged.Add(region.MineChanged ? my.Take(region.Mine) : their.Take(region.Theirs), "\n"));
        return merged.ToString();
    }

    /// <summary>Pieces and the gaps that stand between them.</summary>
    private sealed class Text(string text, IChunker chunker)
    {
        private readonly IReadOnlyList<string> pieces = chunker.Chunk(text);
        private readonly IReadOnlyList<string> gaps = chunker == Paragraphs.Chunker ? Paragraphs.GapsOf(text) : [];

        /// <returns>Null when there is nothing in the stretch.</returns>
        public string? Take(Stretch stretch)
        {
            if (stretch.Length == 0)
            {
                return null;
            }

            var taken = new StringBuilder(pieces[stretch.Start]);
            for (var i = stretch.Start + 1; i < stretch.End; i++)
            {
                taken.Append(GapAt(i - 1)).Append(pieces[i]);
            }

            return taken.ToString();
        }

        public string? GapAfter(Stretch stretch) => stretch.Length > 0 && stretch.End - 1 < gaps.Count ? gaps[stretch.End - 1] : null;

        private string GapAt(int index) => index < gaps.Count ? gaps[index] : "\n";
    }

    /// <summary>Puts pieces of several texts in a row, each with the gap it had, or else the usual one.</summary>
    private sealed class Joined(string usual)
    {
        private readonly StringBuilder text = new();
        private string? gap;
        private bool any;

        public void Add(string? piece, string? gapAfter)
        {
            if (piece is null)
            {
                return;
            }

            text.Append(any ? gap ?? usual : "").Append(piece);
            (gap, any) = (gapAfter, true);
        }

        public override string ToString() => text.ToString();
    }
}

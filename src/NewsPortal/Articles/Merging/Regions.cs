using DiffPlex;
using DiffPlex.Model;

namespace NewsPortal.Articles.Merging;

/// <summary>A stretch of the pieces of a base text, and what each side made of it.</summary>
internal sealed record Region(Stretch Base, Stretch Mine, Stretch Theirs)
{
    public bool MineChanged { get; init; }

    public bool TheirsChanged { get; init; }
}

/// <param name="End">The index after the last.</param>
internal readonly record struct Stretch(int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>
/// Where two texts depart from their base. Changes that only touch are not one: a paragraph put in before another that
/// somebody rewrites is no conflict. Two paragraphs put in at one place are, because nobody knows their order.
/// </summary>
internal static class Regions
{
    /// <returns>Every piece of the base, in order: changed stretches and the unchanged ones between them.</returns>
    public static IEnumerable<Region> Between(string @base, string mine, string theirs, IChunker chunker)
    {
        var my = Differ.Instance.CreateDiffs(@base, mine, false, false, chunker);
        var their = Differ.Instance.CreateDiffs(@base, theirs, false, false, chunker);
        var (at, myShift, theirShift) = (0, 0, 0);
        foreach (var changed in Overlapping(my.DiffBlocks, their.DiffBlocks))
        {
            if (changed.Start > at)
            {
                yield return Of(new(at, changed.Start), (myShift, 0), (theirShift, 0));
            }

            yield return Of(new(changed.Start, changed.End), (myShift, changed.MyGrowth), (theirShift, changed.TheirGrowth)) with
            {
                MineChanged = changed.Mine,
                TheirsChanged = changed.Theirs,
            };
            (at, myShift, theirShift) = (changed.End, myShift + changed.MyGrowth, theirShift + changed.TheirGrowth);
        }

        if (at < my.PiecesOld.Count)
        {
            yield return Of(new(at, my.PiecesOld.Count), (myShift, 0), (theirShift, 0));
        }
    }

    private static Region Of(Stretch @base, (int Shift, int Growth) mine, (int Shift, int Growth) theirs) => new(@base,
        new(@base.Start + mine.Shift, @base.End + mine.Shift + mine.Growth),
        new(@base.Start + theirs.Shift, @base.End + theirs.Shift + theirs.Growth));

    private static IEnumerable<Changed> Overlapping(IEnumerable<DiffBlock> mine, IEnumerable<DiffBlock> theirs)
    {
        var all = mine.Select(block => Changed.Of(block, isMine: true)).Concat(theirs.Select(block => Changed.Of(block, isMine: false)))
            .OrderBy(change => change.Start).ThenBy(change => change.End);
        Changed? open = null;
        foreach (var change in all)
        {
            if (open is not null && !open.Meets(change))
            {
                yield return open;
                open = null;
            }

            open = open?.With(change) ?? change;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private sealed record Changed(int Start, int End, bool Mine, bool Theirs, int MyGrowth, int TheirGrowth)
    {
        public static Changed Of(DiffBlock block, bool isMine)
        {
            var growth = block.InsertCountB - block.DeleteCountA;
            var (start, end) = (block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            return new(start, end, isMine, !isMine, isMine ? growth : 0, isMine ? 0 : growth);
        }

        public bool Meets(Changed later) => later.Start < End || (later.Start == Start && later.End == End);

        public Changed With(Changed later) => new(
            Start, Math.Max(End, later.End), Mine || later.Mine, Theirs || later.Theirs, MyGrowth + later.MyGrowth, TheirGrowth + later.TheirGrowth);
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using NewsPortal.Changes;
using NewsPortal.Changes.Streams;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes.Streams;

public sealed partial class FrameLogTests
{
    [Fact]
    public void What_came_late_is_told_to_those_who_had_gone_past_it()
    {
        var log = FrameLog.Empty.Anew(Rows(4, 5)).With(Rows(6, 8)).With(Rows(7)).With(Rows(9));
        Assert.Equal([7, 9], After(log, 8));
        Assert.Equal([9], After(log, 7));
        Assert.Equal([4, 5, 6, 8, 7, 9], After(log, 3));
        Assert.Null(After(log, 2));
        Assert.Equal(9, log.Last);
    }

    [Fact]
    public void Who_knows_a_number_that_was_given_out_for_nothing_misses_nothing()
    {
        var log = FrameLog.Empty.Anew(Rows(4)).With(Rows(6, 8));
        Assert.Equal([6, 8], After(log, 5));
        Assert.Equal([8], After(log, 7));
        Assert.Equal([], After(log, 8));
        Assert.True(log.IsAhead(9));
    }

    [Fact]
    public void Of_an_empty_feed_everything_is_known()
    {
        Assert.Equal([], After(FrameLog.Empty.Anew([]), 0));
        Assert.True(FrameLog.Empty.Anew([]).IsAhead(1));
        Assert.Equal([1], After(FrameLog.Empty.Anew([]).With(Rows(1)), 0));
    }

    [Fact]
    public void Only_the_newest_are_kept_and_a_place_before_them_is_known_to_be_lost()
    {
        var log = Enumerable.Range(1, FrameLog.Most + 10).Aggregate(FrameLog.Empty.Anew([]), (log, seq) => log.With(Rows(seq)));
        Assert.Null(log.PlaceAfter(9));
        Assert.Equal(FrameLog.Most, After(log, 10)!.Count);
        Assert.False(log.Holds(log.PlaceAfter(10)!.Value - 1));
        Assert.Equal(10, log.Floor);
    }

    [Fact]
    public void When_the_feed_is_another_one_no_place_of_before_is_one_in_it()
    {
        var before = FrameLog.Empty.Anew(Rows(1, 2, 3));
        var after = before.Anew(Rows(1, 2));
        Assert.NotEqual(before.Epoch, after.Epoch);
        Assert.False(after.Holds(before.PlaceAfter(2)!.Value));
        Assert.Equal([2], After(after, 1));
    }

    [Fact]
    public void However_it_is_cut_whoever_reads_on_reads_every_byte_once() => Gen.Select(Gen.Int[1, 40].Array[1, 60], Gen.Int[0, 30]).Sample((sizes, read) =>
    {
        var log = FrameLog.Empty.Anew([]);
        var (place, seq, seqs) = (log.End, 0L, new List<long>());
        foreach (var size in sizes)
        {
            log = log.With([.. Enumerable.Range(0, size).Select(_ => Some.Change(++seq, $"article:{new string('9', read * 5)}1"))]);
            var bytes = log.Bytes(place, log.End);
            while (seqs.Count < seq - read)
            {
                var part = log.Read(ref place);
                bytes -= part.Length;
                seqs.AddRange(Seqs(part));
            }

            Assert.Equal(log.Bytes(place, log.End), bytes);
        }

        Assert.Equal(Enumerable.Range(1, seqs.Count).Select(number => (long)number), seqs);
    });

    private static List<long>? After(FrameLog log, long seq)
    {
        if (log.PlaceAfter(seq) is not { } place)
        {
            return null;
        }

        List<long> seqs = [];
        while (place < log.End)
        {
            seqs.AddRange(Seqs(log.Read(ref place)));
        }

        return seqs;
    }

    private static IEnumerable<long> Seqs(ReadOnlyMemory<byte> frames)
        => Id().Matches(Encoding.UTF8.GetString(frames.Span)).Select(id => long.Parse(id.Groups[1].Value, CultureInfo.InvariantCulture));

    private static List<Change> Rows(params IEnumerable<long> seqs) => [.. seqs.Select(seq => Some.Change(seq))];

    [GeneratedRegex(@"^id: (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Id();
}

using System.Globalization;
using CsCheck;
using NewsPortal.Changes;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes;

public sealed class FeedPlaceTests
{
    private static readonly TimeSpan Start = TimeSpan.FromDays(3);

    [Fact]
    public void Changes_without_a_gap_are_passed_on_at_once()
    {
        var place = new FeedPlace(Rows(4, 5), Start);
        Assert.Equal([6, 7], Seqs(place.Take(Rows(5, 6, 7), Start)));
        Assert.Equal((7, 7), (place.Newest, place.Passed));
    }

    [Fact]
    public void What_follows_a_gap_waits_until_the_gap_is_filled()
    {
        var place = new FeedPlace(Rows(5), Start);
        Assert.Equal([6], Seqs(place.Take(Rows(6, 8, 9), Start)));
        Assert.Equal((9, 6), (place.Newest, place.Passed));
        Assert.Equal([7, 8, 9], Seqs(place.Take(Rows(7), Start + TimeSpan.FromSeconds(1))));
        Assert.Empty(place.Gaps);
    }

    [Fact]
    public void A_number_that_was_given_out_for_nothing_holds_the_others_up_for_a_while_only()
    {
        var place = new FeedPlace(Rows(5), Start);
        Assert.Empty(place.Take(Rows(7), Start));
        Assert.Empty(place.Take([], Start + FeedPlace.Patience - TimeSpan.FromMilliseconds(1)));
        Assert.Equal([7], Seqs(place.Take([], Start + FeedPlace.Patience)));
        Assert.Equal([8], Seqs(place.Take(Rows(8), Start + FeedPlace.Patience)));
    }

    [Fact]
    public void A_number_that_appears_after_it_was_given_up_is_passed_on_late_and_then_no_more()
    {
        var place = new FeedPlace(Rows(5), Start);
        place.Take(Rows(9), Start);
        place.Take([], Start + FeedPlace.Patience);
        Assert.Equal([7], Seqs(place.Take(Rows(7), Start + TimeSpan.FromMinutes(1))));
        Assert.Equal([(6, 6), (8, 8)], place.Gaps.Select(gap => (gap.First, gap.Last)));
        Assert.Empty(place.Take(Rows(7, 9), Start + TimeSpan.FromMinutes(1)));
        place.Take([], Start + FeedPlace.Watch);
        Assert.Empty(place.Gaps);
    }

    [Fact]
    public void Gaps_in_what_was_there_at_the_start_are_watched_and_hold_nobody_up()
    {
        var place = new FeedPlace(Rows(3, 5), Start);
        Assert.Equal([6], Seqs(place.Take(Rows(6), Start)));
        Assert.Equal([4], Seqs(place.Take(Rows(4), Start + TimeSpan.FromSeconds(9))));
    }

    [Fact]
    public void An_empty_feed_may_begin_at_any_number()
    {
        var place = new FeedPlace([], Start);
        Assert.Equal([41, 42], Seqs(place.Take(Rows(41, 42), Start)));
        Assert.Equal([40], Seqs(place.Take(Rows(40), Start + TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public void A_feed_whose_last_row_is_gone_or_another_one_is_not_the_same_feed()
    {
        var place = new FeedPlace(Rows(4, 5), Start);
        Assert.True(place.IsIn(Rows(5, 6)));
        Assert.False(place.IsIn(Rows(6)));
        Assert.False(place.IsIn([]));
        Assert.False(place.IsIn([Some.Change(5, "article:77"), Some.Change(6)]));
        Assert.True(new FeedPlace([], Start).IsIn([]));
    }

    [Fact]
    public void However_commits_fall_nothing_is_lost_or_told_twice_and_a_subject_is_told_in_its_order()
        => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 999], (what, which) => new Step((Deed)what, which)).Array[5, 120]
            .Try(
                steps =>
                {
                    var feed = new Writers();
                    foreach (var step in steps)
                    {
                        feed.Do(step);
                    }

                    feed.Settle();
                    Assert.Equal(feed.Committed.Order(), feed.Told.Select(change => change.Seq).Order());
                    Assert.All(feed.Told.GroupBy(change => change.Subject), told => Assert.Equal(told.Select(c => c.Seq).Order(), told.Select(c => c.Seq)));
                    Assert.True(feed.Slowest >= FeedPlace.Patience || feed.Told.Select(c => c.Seq).SequenceEqual(feed.Committed.Order()), "a quick write was told late");
                },
                times: 4000,
                print: steps => string.Join(' ', steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Deed}({step.Which})"))));

    private static IReadOnlyList<Change> Rows(params long[] seqs) => [.. seqs.Select(seq => Some.Change(seq))];

    private static IEnumerable<long> Seqs(IReadOnlyList<Change> changes) => changes.Select(change => change.Seq);

    private enum Deed
    {
        Begin,
        Commit,
        RollBack,
        Wait,

        /// <summary>A look is a scan of the newer rows, which takes its time, and then one of the gaps: three deeds, between which others write.</summary>
        Look,
        LookAgain,
    }

    private sealed record Step(Deed Deed, int Which);

    /// <summary>A table as SQL Server keeps one: numbers are given out when a write begins, and rows are seen when it commits.</summary>
    private sealed class Writers
    {
        private const int Subjects = 4;
        private const long First = 1;

        private readonly List<(Change Row, TimeSpan Since)> open = [];
        private readonly SortedDictionary<long, Change> rows = [];
        private readonly FeedPlace place = new(Rows(First), Start);
        private TimeSpan now = Start;
        private long given = First;
        private List<Change>? seen;
        private bool isScanned;

        public List<Change> Told { get; } = [];

        public IEnumerable<long> Committed => rows.Keys;

        public TimeSpan Slowest { get; private set; }

        public void Do(Step step)
        {
            switch (step.Deed)
            {
                case Deed.Begin:
                    Begin($"article:{step.Which % Subjects}");
                    break;
                case Deed.Commit or Deed.RollBack when open.Count > 0:
                    End(open[step.Which % open.Count], step.Deed == Deed.Commit);
                    break;
                case Deed.Wait:
                    now += TimeSpan.FromMilliseconds(step.Which);
                    break;
                case Deed.Look or Deed.LookAgain:
                    LookOn(step.Which);
                    break;
            }
        }

        /// <summary>Everybody ends, and the reader looks until nothing can come any more.</summary>
        public void Settle()
        {
            while (open.Count > 0)
            {
                End(open[^1], open.Count % 2 == 0);
            }

            for (var times = 0; times < 9; times++)
            {
                LookOn(0);
                now += TimeSpan.FromSeconds(1);
            }
        }

        // Who writes of the same subject waits for the other's commit before it is given a number.
        private void Begin(string subject)
        {
            if (open.TrueForAll(write => write.Row.Subject != subject))
            {
                open.Add((Some.Change(++given, subject), now));
            }
        }

        private void End((Change Row, TimeSpan Since) write, bool commit)
        {
            open.Remove(write);
            Slowest = now - write.Since > Slowest ? now - write.Since : Slowest;
            if (commit)
            {
                rows.Add(write.Row.Seq, write.Row);
            }
        }

        private void LookOn(int which)
        {
            if (seen is null)
            {
                // The scan is past the first rows when the next commit falls among them.
                seen = [.. rows.Values.Where(row => row.Seq >= place.Newest && row.Seq <= place.Newest + (which % 5))];
                isScanned = false;
            }
            else if (!isScanned)
            {
                var after = seen.Count > 0 ? seen[^1].Seq : place.Newest + (which % 5);
                seen.AddRange(rows.Values.Where(row => row.Seq > after));
                isScanned = true;
            }
            else
            {
                Told.AddRange(place.Take([.. seen, .. rows.Values.Where(row => place.Gaps.Any(gap => gap.First <= row.Seq && row.Seq <= gap.Last))], now));
                seen = null;
            }
        }
    }
}

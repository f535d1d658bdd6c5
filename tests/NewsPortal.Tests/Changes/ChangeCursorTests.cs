using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Changes;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes;

public sealed class ChangeCursorTests : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly Carriage carriage = new();

    public ChangeCursorTests() => Assert.SkipWhen(TestDatabase.IsSqlServer, "Numbers are given to changes here as SQLite allows.");

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_new_consumer_begins_with_what_happens_from_then_on()
    {
        await AddAsync(1, 2, 3);
        using var newsroom = Paper();
        await AddAsync(4);
        Assert.Equal([4], await carriage.UntilAsync(4));
    }

    [Fact]
    public async Task What_failed_comes_again_in_its_order_and_other_consumers_go_on()
    {
        var other = new Carriage();
        using var newsroom = Paper(services => services.AddSingleton(other).AddChangeConsumer<Another>("another"));
        carriage.Fails = true;
        await AddAsync(1, 2);
        await carriage.FailedAsync(1);
        await AddAsync(3);
        Assert.Equal([1, 2, 3], await other.UntilAsync(3));
        await Task.Delay(700, TestContext.Current.CancellationToken);
        Assert.Equal(1, carriage.Failures);

        await carriage.FailedAsync(2, () => newsroom.Clock.Advance(TimeSpan.FromSeconds(1)));
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Equal(2, carriage.Failures);

        carriage.Fails = false;
        Assert.Equal([1, 2, 3], await carriage.UntilAsync(3, () => newsroom.Clock.Advance(TimeSpan.FromSeconds(1))));
    }

    [Fact]
    public async Task A_holder_that_was_killed_is_followed_when_its_claim_has_ended()
    {
        var now = new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
        await AddAsync(1, 2);
        await KeepAsync(new ChangeCursor { Name = "test", Seq = 1, Claim = Guid.NewGuid(), FreeUtc = now + CursorTurns.Claimed });
        using var newsroom = Paper();
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Assert.Empty(carriage.Carried);

        newsroom.Clock.Advance(CursorTurns.Claimed);

        Assert.Equal([2], await carriage.UntilAsync(2));
    }

    [Fact]
    public async Task A_number_that_may_still_come_is_not_stepped_over()
    {
        await AddAsync(1);
        using var newsroom = Paper();
        await AddAsync(2, 4, 5);
        Assert.Equal([2], await carriage.UntilAsync(2));

        await AddAsync(3);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal([2, 3, 4, 5], await carriage.UntilAsync(5));

        await AddAsync(7);
        newsroom.Clock.Advance(CursorBatch.Patience);
        Assert.Equal([2, 3, 4, 5, 7], await carriage.UntilAsync(7));
    }

    [Fact]
    public async Task One_that_was_away_for_longer_than_changes_are_kept_starts_over()
    {
        await KeepAsync(new ChangeCursor { Name = "test", Seq = 3, FreeUtc = Some.Noon });
        await AddAsync(9, 10);
        using var newsroom = Paper();
        newsroom.Clock.Advance(CursorBatch.Patience);
        await carriage.StartedAsync();
        await AddAsync(11);
        Assert.Equal([11], await carriage.UntilAsync(11));
        Assert.Equal(1, carriage.Starts);
    }

    private Newsroom Paper(Action<IServiceCollection>? more = null)
    {
        var newsroom = new Newsroom(("ConnectionStrings:News", database.ConnectionString))
        {
            Guests = services =>
            {
                services.AddSingleton(carriage).AddChangeConsumer<Consumer>("test");
                more?.Invoke(services);
            },
        };
        _ = newsroom.Services;
        return newsroom;
    }

    private async Task AddAsync(params int[] seqs)
    {
        await using var db = database.Open();
        foreach (var seq in seqs)
        {
            await db.WriteAsync(() => db.Database.ExecuteSqlAsync(
                $"INSERT INTO Changes (Seq, Kind, Subject, Payload, AtUtc) VALUES ({seq}, 'Updated', 'article:1', '', '2026-11-22 12:00:00')"));
        }
    }

    private async Task KeepAsync(ChangeCursor cursor)
    {
        await using var db = database.Open();
        db.Add(cursor);
        await db.SaveChangesAsync();
    }

    public sealed class Consumer(IEnumerable<Carriage> carriages) : IChangeConsumer
    {
        public Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancel) => carriages.First().CarryAsync(changes);

        public Task StartOverAsync(CancellationToken cancel) => carriages.First().StartOverAsync();
    }

    public sealed class Another(IEnumerable<Carriage> carriages) : IChangeConsumer
    {
        public Task ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancel) => carriages.Last().CarryAsync(changes);

        public Task StartOverAsync(CancellationToken cancel) => carriages.Last().StartOverAsync();
    }

    public sealed class Carriage
    {
        private readonly Lock turn = new();
        private readonly List<long> carried = [];
        private volatile int failures;
        private volatile bool fails;

        public bool Fails
        {
            set => fails = value;
        }

        public int Failures => failures;

        public int Starts { get; private set; }

        public IReadOnlyList<long> Carried
        {
            get
            {
                lock (turn)
                {
                    return [.. carried];
                }
            }
        }

        public Task CarryAsync(IReadOnlyList<Change> changes)
        {
            lock (turn)
            {
                if (fails)
                {
                    failures++;
                    throw new IOException("The road is closed.");
                }

                carried.AddRange(changes.Select(change => change.Seq));
                return Task.CompletedTask;
            }
        }

        public Task StartOverAsync()
        {
            Starts++;
            return Task.CompletedTask;
        }

        public async Task<IReadOnlyList<long>> UntilAsync(long last, Action? meanwhile = null)
        {
            await UntilAsync(() => Carried is [.., var newest] && newest >= last, meanwhile);
            return Carried;
        }

        public Task FailedAsync(int times, Action? meanwhile = null) => UntilAsync(() => Failures >= times, meanwhile);

        public Task StartedAsync() => UntilAsync(() => Starts > 0);

        // Between a failure and the pause that follows it time may pass as in life: it is moved on until the end.
        private static async Task UntilAsync(Func<bool> reached, Action? meanwhile = null)
        {
            for (var since = Environment.TickCount64; !reached() && Environment.TickCount64 - since < 20_000;)
            {
                meanwhile?.Invoke();
                await Task.Delay(50);
            }

            Assert.True(reached());
        }
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Sections;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes.Streams;

/// <summary>Two instances of one paper with a Redis between them, and readers who are sent from one to the other.</summary>
public sealed class StreamInstancesTests : IAsyncLifetime
{
    private readonly RedisServer redis = new();
    private readonly Newsroom here;
    private readonly Newsroom there;
    private Section section = null!;

    public StreamInstancesTests()
    {
        here = new Newsroom(("ConnectionStrings:Redis", redis.Address));
        there = new Newsroom(("ConnectionStrings:Redis", redis.Address), ("ConnectionStrings:News", here.Database.ConnectionString));
    }

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Two databases at once are two SQLite files.");
        await redis.StartAsync();
        section = await here.SectionAsync();
        _ = there.Services;
        await redis.UntilHeardAsync("newsportal:*", 2);
    }

    public async ValueTask DisposeAsync()
    {
        await there.DisposeAsync();
        await here.DisposeAsync();
        redis.Dispose();
    }

    [Fact]
    public async Task What_one_publishes_the_readers_of_the_other_are_told_at_once_and_without_Redis_within_a_second_or_so()
    {
        var (listener, _) = await Listener.GreetedAsync(there.Reader());
        List<long> took = [];
        for (var seq = 2; seq <= 6; seq++)
        {
            took.Add(await ToldAfterAsync(listener, seq));
        }

        // Whoever looks once a second, and has just looked, is told a second later.
        Assert.InRange(took.Skip(1).Min(), 0, 500);
        redis.Kill();
        Assert.InRange(await ToldAfterAsync(listener, 7), 0, 10_000);
        listener.Dispose();
    }

    [Fact]
    public async Task A_comment_approved_at_one_is_on_the_stored_page_of_the_other_within_two_seconds()
    {
        var story = (await here.PublishAsync(Some.CopyFor(section))).Id;
        var (page, waits) = ($"/world/a-bridge-opens-{story}", await here.CommentAsync(story, "Well said.", CommentState.Pending));
        var (writers, readers) = (here.Reader(), there.Reader());
        await Eventually.IsAsync(async () => (await readers.GetAsync(page)).StatusCode == HttpStatusCode.OK);
        Assert.DoesNotContain("Well said.", await readers.GetStringAsync(page), StringComparison.Ordinal);
        await here.WithDbAsync(async db =>
        {
            db.Add((await db.Comments.Include(c => c.Article).SingleAsync(c => c.Id == waits.Id)).Decide(new Ruling(CommentState.Approved), Some.Ada, here.Now));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Well said.", await writers.GetStringAsync(page), StringComparison.Ordinal);
        var since = Environment.TickCount64;
        await Eventually.IsAsync(async () => (await readers.GetStringAsync(page)).Contains("Well said.", StringComparison.Ordinal));
        Assert.InRange(Environment.TickCount64 - since, 0, 2000);
    }

    [Fact]
    public async Task Who_is_sent_from_one_to_the_other_again_and_again_misses_nothing_and_hears_nothing_twice()
    {
        const int Changes = 60;
        var publishing = Task.Run(async () =>
        {
            for (var number = 0; number < Changes; number++)
            {
                await (number % 2 == 0 ? here : there).PublishAsync(Some.CopyFor(section, $"Story {number}"));
            }
        });
        var (seqs, last) = (new List<long>(), "1");
        for (var turn = 0; seqs.Count < Changes; turn++)
        {
            var (listener, hello) = await Listener.GreetedAsync((turn % 2 == 0 ? here : there).Reader(), lastId: last);
            Assert.False(hello.GetProperty("startOver").GetBoolean());
            seqs.AddRange(await listener.SeqsAsync(Math.Min(3, Changes - seqs.Count)));
            last = listener.LastId!;
            listener.Dispose();
        }

        await publishing;
        Assert.Equal(Enumerable.Range(2, Changes).Select(seq => (long)seq), seqs);
    }

    /// <returns>Milliseconds.</returns>
    private async Task<long> ToldAfterAsync(Listener listener, long seq)
    {
        var since = Environment.TickCount64;
        await here.PublishAsync(Some.CopyFor(section, $"Story {seq}"));
        Assert.Equal([seq], await listener.SeqsAsync(1));
        return Environment.TickCount64 - since;
    }
}

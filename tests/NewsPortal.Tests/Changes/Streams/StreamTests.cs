using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Changes;
using NewsPortal.Changes.Streams;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Changes.Streams;

public sealed class StreamTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Who_listens_is_told_of_a_change_when_it_happens()
    {
        var section = await newsroom.SectionAsync();
        var (listener, hello) = await Listener.GreetedAsync(newsroom.Reader());
        Assert.Equal("""{"last":1,"startOver":false,"now":"2026-11-22T12:00:00Z"}""", hello.GetRawText());
        Assert.Equal("1", listener.LastId);
        Assert.InRange(listener.Retry!.Value, 1000, 4000);

        var story = await newsroom.PublishAsync(Some.CopyFor(section));
        var change = await listener.NextAsync();
        Assert.Equal(("change", "2"), (change!.Name, change.Id));
        Assert.Equal((2, "published", $"article:{story.Id}"), (change.Json.GetProperty("seq").GetInt32(), change.Json.GetProperty("kind").GetString(), change.Json.GetProperty("subject").GetString()));
        Assert.Contains($"card:{story.Id}", change.Json.GetProperty("touched").EnumerateArray().Select(tag => tag.GetString()));
        listener.Dispose();
    }

    [Fact]
    public async Task The_answer_is_a_stream_that_nobody_keeps_or_holds_back()
    {
        using var listener = await Listener.OpenAsync(newsroom.Reader());
        var headers = listener.Answer.Headers;
        Assert.Equal("text/event-stream", listener.Answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("no-store", "no"), (headers.CacheControl!.ToString(), headers.GetValues("X-Accel-Buffering").Single()));
        Assert.Null(listener.Answer.Content.Headers.ContentLength);
        Assert.Empty(listener.Answer.Content.Headers.ContentEncoding);
        Assert.Contains("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/changes", "text/event-stream", true)]
    [InlineData("/changes", "*/*", true)]
    [InlineData("/changes", null, true)]
    [InlineData("/changes?after=0", "text/event-stream", true)]
    [InlineData("/CHANGES?after=0", "text/html, text/event-stream;q=0.5, */*;q=0.1", true)]
    [InlineData("/changes?after=0", "*/*", false)]
    [InlineData("/changes?after=0", "application/json", false)]
    [InlineData("/changes?after=0", "text/event-stream;q=0, application/json", false)]
    [InlineData("/changes?after=", null, false)]
    [InlineData("/changes?after=0", "text/event-stream;;;=,,\u00fc", false)]
    public async Task Who_names_a_place_and_no_stream_gets_json(string address, string? accept, bool isStream)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var request = new HttpRequestMessage(method, address);
            if (accept is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept", accept);
            }

            using var answer = await newsroom.Reader().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal((HttpStatusCode.OK, isStream ? "text/event-stream" : "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }

        await UntilAsync(() => Slots.Count == 0);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Whoever_wants_to_write_here_is_told_that_nobody_does(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/changes") { Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await newsroom.Reader().SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("-1", null)]
    [InlineData("1e3", null)]
    [InlineData("%D9%A1", null)]
    [InlineData("99999999999999999999999", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("4", null)]
    [InlineData("%00%ff'--", null)]
    [InlineData("1", "4")]
    [InlineData("1", "9223372036854775808")]
    [InlineData("1", "now")]
    [InlineData("1", "1, 2")]
    public async Task Who_knows_nothing_that_was_is_told_to_start_over(string after, string? lastId)
    {
        await TellAsync(3);
        var (listener, hello) = await Listener.GreetedAsync(newsroom.Reader(), after, lastId);
        Assert.Equal((3, true), (hello.GetProperty("last").GetInt64(), hello.GetProperty("startOver").GetBoolean()));
        Assert.Equal("3", listener.LastId);
        await TellAsync(1);
        Assert.Equal([4], await listener.SeqsAsync(1));
        listener.Dispose();
    }

    [Theory]
    [InlineData("1", null, new long[] { 2, 3 })]
    [InlineData("3", null, new long[] { })]
    [InlineData("0", null, new long[] { 1, 2, 3 })]
    [InlineData("0", "2", new long[] { 3 })]
    [InlineData("garbage", "2", new long[] { 3 })]
    [InlineData("1", "", new long[] { 2, 3 })]
    public async Task Who_comes_back_is_told_what_they_missed(string after, string? lastId, long[] missed)
    {
        await TellAsync(3);
        var (listener, hello) = await Listener.GreetedAsync(newsroom.Reader(), after, lastId);
        Assert.Equal((3, false), (hello.GetProperty("last").GetInt64(), hello.GetProperty("startOver").GetBoolean()));
        // Until everything was replayed, the greeting is no place to resume from.
        Assert.Equal(missed.Length == 0 ? "3" : null, listener.LastId);
        await TellAsync(1);
        Assert.Equal([.. missed, 4], await listener.SeqsAsync(missed.Length + 1));
        listener.Dispose();
    }

    [Fact]
    public async Task Who_was_away_for_long_is_told_out_of_the_table_while_more_happens()
    {
        await TellAsync((RecentChanges.Most * 2) + 345);
        var (listener, _) = await Listener.GreetedAsync(newsroom.Reader(), "7");
        var more = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await TellAsync(100);
            }
        });
        Assert.Equal(Enumerable.Range(8, (RecentChanges.Most * 2) + 338 + 2000).Select(seq => (long)seq), await listener.SeqsAsync((RecentChanges.Most * 2) + 338 + 2000));
        await more;
        listener.Dispose();
    }

    [Fact]
    public async Task Who_was_away_for_longer_than_changes_are_kept_starts_over()
    {
        await TellAsync(RecentChanges.Most + 500);
        await using (var db = newsroom.Database.Open())
        {
            await db.WriteAsync(() => db.Changes.Where(c => c.Seq <= 100).ExecuteDeleteAsync());
        }

        Assert.True((await HelloAsync("99")).GetProperty("startOver").GetBoolean());
        Assert.False((await HelloAsync("100")).GetProperty("startOver").GetBoolean());
    }

    [Fact]
    public async Task Who_heard_from_a_quicker_instance_need_not_start_over()
    {
        await TellAsync(3);
        await using (var elsewhere = newsroom.Database.Open())
        {
            elsewhere.Add(Some.Change());
            await elsewhere.SaveChangesAsync();
        }

        Assert.False((await HelloAsync("4")).GetProperty("startOver").GetBoolean());
    }

    [Fact]
    public async Task Who_listens_while_the_feed_is_restored_from_a_backup_starts_over()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Numbers are given by hand here.");
        await TellAsync(3);
        var (listener, _) = await Listener.GreetedAsync(newsroom.Reader());
        await using (var db = newsroom.Database.Open())
        {
            await db.WriteAsync(() => db.Changes.Where(c => c.Seq > 1).ExecuteDeleteAsync());
        }

        var hello = await listener.NextAsync();
        Assert.Equal(("hello", "1", true), (hello!.Name, hello.Id, hello.Json.GetProperty("startOver").GetBoolean()));
        listener.Dispose();
    }

    [Fact]
    public async Task Many_who_come_and_go_while_things_happen_miss_nothing_and_hear_nothing_twice()
    {
        const int Changes = 300;
        await TellAsync(1);
        var readers = Enumerable.Range(0, 20).Select(number => Task.Run(async () =>
        {
            var (seqs, last) = (new List<long>(), "1");
            var random = new Random(number);
            while (seqs.Count < Changes)
            {
                var (listener, _) = await Listener.GreetedAsync(newsroom.Reader(), lastId: last);
                seqs.AddRange(await listener.SeqsAsync(Math.Min(random.Next(1, 40), Changes - seqs.Count)));
                last = listener.LastId!;
                listener.Dispose();
            }

            return seqs;
        })).ToList();
        for (var told = 0; told < Changes; told += 3)
        {
            await TellAsync(3);
        }

        foreach (var reader in readers)
        {
            Assert.Equal(Enumerable.Range(2, Changes).Select(seq => (long)seq), await reader);
        }

        await UntilAsync(() => Slots.Count == 0);
    }

    [Fact]
    public async Task A_stream_that_listens_holds_nothing_of_the_database()
    {
        var (listener, _) = await Listener.GreetedAsync(newsroom.Reader(), "0");
        using var count = new StatementCount(newsroom.Database);
        for (var i = 0; i < 50; i++)
        {
            (await Listener.GreetedAsync(newsroom.Reader())).Listener.Dispose();
        }

        Assert.Empty(count.Statements);
        listener.Dispose();
    }

    [Fact]
    public async Task Nobody_holds_more_streams_than_they_may()
    {
        using var narrow = new Newsroom(("Changes:StreamsPerAddress", "2"));
        var first = await Listener.OpenAsync(narrow.Reader());
        using var second = await Listener.OpenAsync(narrow.Reader());
        using var third = await Listener.OpenAsync(narrow.Reader());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.Answer.StatusCode);
        Assert.InRange(third.Answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 10, 120);
        Assert.Equal("text/plain", third.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await narrow.Reader().GetAsync("/changes?after=0")).StatusCode);

        first.Dispose();
        await UntilAsync(() => narrow.Services.GetRequiredService<StreamSlots>().Count == 1);
        using var fourth = await Listener.OpenAsync(narrow.Reader());
        Assert.Equal(HttpStatusCode.OK, fourth.Answer.StatusCode);
    }

    [Fact]
    public async Task All_together_hold_no_more_than_the_process_may()
    {
        using var narrow = new Newsroom(("Changes:MostStreams", "1"), ("Changes:StreamsPerAddress", "0"));
        using var first = await Listener.OpenAsync(narrow.Reader());
        using var second = await Listener.OpenAsync(narrow.Reader());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (first.Answer.StatusCode, second.Answer.StatusCode));
    }

    private StreamSlots Slots => newsroom.Services.GetRequiredService<StreamSlots>();

    private async Task TellAsync(int count)
    {
        await newsroom.WithDbAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, count).Select(_ => Some.Change()));
            return await db.SaveChangesAsync();
        });
        await newsroom.Services.GetRequiredService<ChangeBell>().LookAsync();
    }

    private async Task<JsonElement> HelloAsync(string after)
    {
        var (listener, hello) = await Listener.GreetedAsync(newsroom.Reader(), after);
        listener.Dispose();
        return hello;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var patience = 0; !isSo(); patience++)
        {
            Assert.True(patience < 200, "It was not so within ten seconds.");
            await Task.Delay(50);
        }
    }
}

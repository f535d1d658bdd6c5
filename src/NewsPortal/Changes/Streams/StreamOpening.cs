using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Changes.Streams;

/// <summary>Tells one who came what they missed, and lets them listen from there on: without a gap, and nothing twice.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the process.")]
internal sealed class StreamOpening(IServiceScopeFactory scopes, StreamFeed feed, StandingEditions editions, ChangeBell bell)
{
    // Whoever missed more loads the page anew, which costs both of us less.
    private const long MostReplayed = 5000;
    private const int Batch = 200;

    // After an outage all come at once, and the database has others to serve.
    private readonly SemaphoreSlim replaying = new(2, 2);

    /// <param name="after">The change up to which they know everything, as they say; null: they want what comes.</param>
    public async Task BeginAsync(OpenStream stream, string? after)
    {
        try
        {
            var known = after is null ? feed.News.Log.Last : await KnownAsync(after);
            var edition = await editions.NowAsync();
            var log = feed.News.Log;
            var place = known is { } seq ? log.PlaceAfter(seq) : log.End;
            var isReplayed = place is null || place < log.End;
            var hello = EventFrame.Hello(log.Last, isPlace: !isReplayed, startOver: known is null, feed.Now);
            if (await stream.WriteAsync((byte[])[.. EventFrame.Retry.Span, .. hello, .. edition is null ? default : edition.Frame.Span])
                && (place is { } from ? new(log, from) : await ReplayAsync(stream, known!.Value)) is { } start)
            {
                stream.Begin(start.Log, start.Place, edition?.Number ?? 0);
                return;
            }
        }
        catch (Exception)
        {
            // Their connection broke, or the database failed in the middle: they come back and resume.
        }

        stream.End();
    }

    /// <returns>Null when what came after it is not known (any more).</returns>
    private async Task<long?> KnownAsync(string after)
    {
        if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            return null;
        }

        if (feed.News.Log.IsAhead(seq))
        {
            // Another instance may have been quicker.
            await bell.LookAsync();
        }

        var log = feed.News.Log;
        return !log.IsAhead(seq) && (log.PlaceAfter(seq) is not null || await IsInHistoryAsync(seq, log.Floor)) ? seq : null;
    }

    private async Task<bool> IsInHistoryAsync(long seq, long floor)
        => floor - seq <= MostReplayed && !await AskAsync(db => db.Changes.IsPrunedAfterAsync(seq, default));

    private async Task<Start?> ReplayAsync(OpenStream stream, long seq)
    {
        // One that came late has a low number in the table and stands at the end of the log.
        HashSet<long> told = [];
        FrameLog log;
        for (log = feed.News.Log; seq < log.Floor; log = feed.News.Log)
        {
            var (after, floor) = (seq, log.Floor);
            var changes = await AskAsync(db => db.Changes.AsNoTracking().Between(after, floor).Take(Batch).ToListAsync());
            if (changes.Count > 0 && !await stream.WriteAsync((byte[])[.. changes.SelectMany(change => EventFrame.Of(change))]))
            {
                return null;
            }

            told.UnionWith(changes.Select(change => change.Seq));
            seq = changes is [.., var last] ? last.Seq : floor;
        }

        return await stream.WriteAsync(log.Except(told)) ? new Start(log, log.End) : null;
    }

    // Nothing of the database is held on to by a stream that listens.
    private async Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question)
    {
        await replaying.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await question(scope.ServiceProvider.GetRequiredService<NewsDb>());
        }
        finally
        {
            replaying.Release();
        }
    }

    private sealed record Start(FrameLog Log, long Place);
}

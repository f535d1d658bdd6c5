using System.Diagnostics.CodeAnalysis;

namespace NewsPortal.Changes;

/// <summary>Reads <see cref="IStandingNews"/> again when it may say something else, however many ask for it.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "It lives as long as the process, and is asked to the last.")]
public sealed partial class StandingEditions(IServiceScopeFactory scopes, TimeProvider clock, ILogger<StandingEditions> log) : IChangeFollower
{
    private const long PauseAfterFailure = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile StandingEdition? newest;
    private volatile bool isReading;
    private long touches;
    private long tryAgain;

    /// <summary>The present edition; the last that could be read while none can, and null while none could.</summary>
    public ValueTask<StandingEdition?> NowAsync()
        => newest is { } known && (IsCurrent(known) || IsPausing) ? new(known) : new(ReadAsync());

    public void StartOver() => Interlocked.Increment(ref touches);

    public void Follow(IReadOnlyList<Change> changes)
    {
        // Of one that is just being read, nobody knows yet on what it rests.
        if (isReading || newest is not { } known || changes.Any(known.IsTouchedBy))
        {
            Interlocked.Increment(ref touches);
        }
    }

    private bool IsPausing => Environment.TickCount64 < Volatile.Read(ref tryAgain);

    private bool IsCurrent(StandingEdition known)
        => known.Touches == Interlocked.Read(ref touches) && clock.GetUtcNow().UtcDateTime < known.Now.TrueUntilUtc;

    private async Task<StandingEdition?> ReadAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (!IsPausing && (newest is not { } known || !IsCurrent(known)))
            {
                isReading = true;
                await RenewAsync();
            }
        }
        catch (Exception failure)
        {
            Volatile.Write(ref tryAgain, Environment.TickCount64 + PauseAfterFailure);
            LogFailure(failure);
        }
        finally
        {
            isReading = false;
            turn.Release();
        }

        return newest;
    }

    private async Task RenewAsync()
    {
        var begun = Interlocked.Read(ref touches);
        using var patience = new CancellationTokenSource(Patience);
        await using var scope = scopes.CreateAsyncScope();
        var news = scope.ServiceProvider.GetRequiredService<IStandingNews>();
        var read = new StandingEdition(news.Name, await news.ReadAsync(patience.Token), (newest?.Number ?? 0) + 1, begun);
        newest = read.SaysTheSameAs(newest) ? read with { Number = newest!.Number } : read;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What stands on every page could not be read; open pages are told of it when it can.")]
    private partial void LogFailure(Exception failure);
}

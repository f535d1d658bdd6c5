using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.Mail;

namespace NewsPortal.Comments.Notices;

/// <summary>
/// Goes round now and then: notes what the newest decisions tell, and sends what is due. How far it came in the decisions
/// is a cursor, which one instance at a time claims; what it did not note comes again.
/// </summary>
internal sealed partial class NoticeRounds(IServiceScopeFactory scopes, Letters letters, TimeProvider clock, ILogger<NoticeRounds> log) : BackgroundService
{
    public const string Cursor = "comment-letters";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (letters.AreSent && !stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                pause = await LookAsync(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNoPlace(failure);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters about comments could not be looked for.")]
    private partial void LogNoPlace(Exception failure);

    // The server's own words may hold an address.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Letters about comments could not be sent ({Failure}); they wait {Pause}.")]
    private partial void LogFailure(string failure, TimeSpan pause);

    /// <returns>When to look again.</returns>
    private async Task<TimeSpan> LookAsync(IServiceProvider services, CancellationToken stop)
    {
        var (watch, delivery) = (services.GetRequiredService<DecisionWatch>(), services.GetRequiredService<NoticeDelivery>());
        var turns = new CursorTurns(services.GetRequiredService<NewsDb>(), Cursor, clock);
        var cursor = await turns.FindAsync(await watch.NewestAsync(stop), stop);
        var decisions = cursor.FreeUtc > Now ? [] : await watch.NextAsync(cursor.Seq, Now, stop);
        if (cursor.FreeUtc > Now || (decisions.Count == 0 && !await delivery.IsAnyDueAsync(stop)) || !await turns.ClaimAsync(cursor, stop))
        {
            return Pause;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(CursorTurns.Longest);
        try
        {
            await watch.NoteAsync(decisions, Now, patience.Token);
            await delivery.SendAsync(patience.Token);
            await turns.PassAsync(decisions is [.., var last] ? last.Id : cursor.Seq);
            return TimeSpan.Zero;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            await turns.LeaveAsync(cursor);
            return Pause;
        }
        catch (Exception failure)
        {
            var pause = await turns.FailAsync(cursor);
            LogFailure(failure.GetType().Name, pause);
            return pause < Pause ? pause : Pause;
        }
    }
}

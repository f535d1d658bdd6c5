using System.Globalization;

namespace NewsPortal.Articles;

/// <summary>
/// Looks for what is due: at the instant it is, and at least once a second, so that what another instance planned, or
/// missed, is found too. The plans are rows: nothing here has to be remembered.
/// </summary>
internal sealed partial class ScheduledPublishing(IServiceScopeFactory scopes, Site site, TimeProvider clock, ILogger<ScheduledPublishing> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Why a story was refused is kept in the newsroom's language.
        CultureInfo.CurrentUICulture = site.Culture;
        var upSince = clock.GetUtcNow().UtcDateTime;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(await LookAsync(upSince, stoppingToken), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The schedule could not be read; it is read again in a second.")]
    private partial void LogFailure(Exception failure);

    private async Task<TimeSpan> LookAsync(DateTime upSince, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var moves = scope.ServiceProvider.GetRequiredService<DueMoves>();
            await moves.CarryOutAsync(upSince, cancel);
            return Pause(await moves.NextAsync(cancel));
        }
        catch (Exception failure)
        {
            if (!cancel.IsCancellationRequested)
            {
                LogFailure(failure);
            }

            return LongestPause;
        }
    }

    private TimeSpan Pause(DateTime? next)
    {
        var wait = (next - clock.GetUtcNow().UtcDateTime) ?? LongestPause;
        return wait > LongestPause ? LongestPause : wait < TimeSpan.FromMilliseconds(10) ? TimeSpan.FromMilliseconds(10) : wait;
    }
}

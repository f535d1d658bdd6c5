using Microsoft.EntityFrameworkCore;
using NewsPortal.Changes;
using NewsPortal.Data;

namespace NewsPortal.Hosting;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can serve the paper, so send it readers.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/healthz", Reading, () => Results.Text("ok"));
        app.MapMethods("/readyz", Reading, ReadyAsync);
    }

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static async Task<IResult> ReadyAsync(NewsDb db, ChangeTail tail, ILoggerFactory log, CancellationToken cancel)
    {
        try
        {
            var waiting = await db.Database.GetPendingMigrationsAsync(cancel);
            return waiting.Any() ? NotReady("migrations") : tail.IsBehind ? NotReady("feed") : Results.Text("ready");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.CreateLogger(typeof(Health)).LogWarning(failure, "Not ready: the database does not answer");
            return NotReady("database");
        }
    }

    private static IResult NotReady(string what) => Results.Text($"not ready: {what}", statusCode: StatusCodes.Status503ServiceUnavailable);
}

using NewsPortal.Data;
using NewsPortal.Data.Seed;

namespace NewsPortal.Hosting;

/// <summary>Serves the paper: the database first, the demo paper if it is wanted and there is nothing else, then requests.</summary>
internal static class Serving
{
    public static async Task ServeAsync(this WebApplication app)
    {
        await app.Services.PrepareDatabaseAsync();
        if (app.Configuration.GetValue("Seed:Demo", true))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoPaper>().FillAsync();
        }

        await app.Services.GetRequiredService<Navigation>().ReadAsync();
        app.UsePipeline();
        await app.RunAsync();
    }
}

using Microsoft.AspNetCore.Connections;
using NewsPortal.Accounts;
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

        await app.OfferSetUpAsync();
        app.UsePipeline();
        try
        {
            await app.RunAsync();
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new StartUpException($"{failure.Message.TrimEnd('.')}: another program answers there; stop it, or choose another address with --urls.", failure);
        }
    }
}

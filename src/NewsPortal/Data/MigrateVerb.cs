using System.CommandLine;

namespace NewsPortal.Data;

internal static class MigrateVerb
{
    public static Command Create(IServiceProvider services)
    {
        var migrate = new Command("migrate", "Create or migrate the database, and stop.");
        migrate.SetAction(async (_, cancel) =>
        {
            await services.PrepareDatabaseAsync(cancel);
            await Console.Out.WriteLineAsync("The database is up to date.");
            return 0;
        });
        return migrate;
    }
}

using System.CommandLine;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Data.Seed;
using NewsPortal.Import;

namespace NewsPortal.Hosting;

/// <summary>
/// What the process was started to do: serve the paper (no verb), or one errand. Settings are the same for all and are
/// written <c>--Section:Key=value</c>; everything else after a verb is the verb's own.
/// </summary>
internal static class Verb
{
    private static readonly string[] HostSettings = ["--environment", "--contentroot", "--urls", "--applicationname"];

    /// <summary>Parts a verb's own words from the settings. Without a verb everything is a setting.</summary>
    public static (string[] Words, string[] Settings) Split(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return args is ["--help" or "-h" or "-?" or "--version"] ? (args, []) : ([], args);
        }

        List<string> words = [], settings = [];
        for (var at = 0; at < args.Length; at++)
        {
            var isSetting = IsSetting(args[at]);
            (isSetting ? settings : words).Add(args[at]);
            if (isSetting && !args[at].Contains('=', StringComparison.Ordinal) && at + 1 < args.Length)
            {
                settings.Add(args[++at]);
            }
        }

        return ([.. words], [.. settings]);
    }

    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app, string[] words)
    {
        // A setting that means nothing is said before the database is touched.
        _ = app.Services.GetRequiredService<Site>();
        if (words.Length == 0)
        {
            await app.ServeAsync();
            return 0;
        }

        var verbs = new RootCommand("NewsPortal: without a verb it serves the paper.")
        {
            ImportVerb.Create(app.Services),
            SeedVerb.Create(app.Services),
            MigrateVerb.Create(app.Services),
            RerenderVerb.Create(app.Services),
            AccountsVerb.Create(app.Services),
        };
        return await verbs.Parse(words).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static bool IsSetting(string word)
    {
        var name = word.Split('=', 2)[0];
        return name.StartsWith("--", StringComparison.Ordinal)
            && (name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}

using System.CommandLine;
using System.Globalization;
using NewsPortal.Data;
using NewsPortal.Hosting;
using NewsPortal.Import.WordPress;

namespace NewsPortal.Import;

/// <summary><c>import wordpress FILE</c>.</summary>
internal static class ImportVerb
{
    public static Command Create(IServiceProvider services) => new("import", "Bring content from another system.") { WordPress(services) };

    private static Command WordPress(IServiceProvider services)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A WordPress export (Tools, Export: all content)." };
        var media = new Option<DirectoryInfo?>("--media") { Description = "A copy of the old site's wp-content/uploads, for the pictures." };
        var fetch = new Option<bool>("--fetch") { Description = "Fetch pictures that are not in the media folder from the old site." };
        var command = new Command("wordpress", "Import a WordPress export. Importing it again changes nothing.") { file, media, fetch };
        command.SetAction(async (asked, cancel) =>
        {
            await services.PrepareDatabaseAsync(cancel);
            await using var scope = services.CreateAsyncScope();
            using var files = new OldFiles(asked.GetValue(media)?.FullName, asked.GetValue(fetch));
            scope.ServiceProvider.GetRequiredService<PictureImport>().Files = files;
            return await RunAsync(scope.ServiceProvider, asked.GetRequiredValue(file), Console.Out, cancel);
        });
        return command;
    }

    /// <returns>The process's exit code: 1 when nothing was imported.</returns>
    private static async Task<int> RunAsync(IServiceProvider services, FileInfo file, TextWriter output, CancellationToken cancel)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            await using var export = file.Open(new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
            var place = ReportPath(services.GetRequiredService<StoragePath>(), now);
            await using var list = new StreamWriter(place);
            var report = new ImportReport(list);
            var session = new ImportSession(now, services.GetRequiredService<Site>().Zone, report, new ImportProgress(output, clock));
            await services.GetRequiredService<WordPressImport>().RunAsync(export, session, cancel);
            await list.WriteLineAsync();
            report.WriteSummary(list);
            report.WriteSummary(output);
            await output.WriteLineAsync($"The whole list is in {place}");
            return 0;
        }
        catch (Exception failure) when (failure is WxrException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file.Name} was not imported. {failure.Message}");
            return 1;
        }
    }

    private static string ReportPath(StoragePath storage, DateTime now)
    {
        var folder = Directory.CreateDirectory(storage.Combine("import-reports"));
        return Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"wordpress-{now:yyyyMMdd'T'HHmmss}.txt"));
    }
}

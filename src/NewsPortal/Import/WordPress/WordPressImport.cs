using NewsPortal.Data;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// The export is read three times: to judge it and to count, to make what others name (authors, sections, pictures, places
/// for the stories), and to fill the stories. So the order of the file does not matter and memory does not depend on it.
/// </summary>
internal sealed class WordPressImport(NewsDb db, ImportLedger ledger, AuthorImport authors, SectionImport sections, WordPressItems items)
{
    /// <exception cref="WxrException">The file cannot be imported; nothing was written.</exception>
    public async Task RunAsync(Stream file, ImportSession session, CancellationToken cancel)
    {
        var run = await SurveyAsync(file, session, cancel);
        ledger.Source = run.Source;
        await authors.ImportAsync(run, cancel);
        await sections.ImportAsync(run, cancel);
        await EachAsync(run, file, "Outlining", item => items.OutlineAsync(run, item, cancel), cancel);
        await EachAsync(run, file, "Importing", item => items.FillAsync(run, item, cancel), cancel);
        await items.FinishAsync(run, cancel);
    }

    private static async Task<WordPressRun> SurveyAsync(Stream file, ImportSession session, CancellationToken cancel)
    {
        using var reader = Reopen(file);
        var survey = await WxrSurvey.ReadAsync(reader, items => session.Progress.Tell("Reading", items, file.Position, file.Length), cancel);
        foreach (var line in reader.LinesWithControls)
        {
            session.Report.Tell("Control characters, which XML forbids, became spaces", $"line {line}");
        }

        return new WordPressRun(survey, session);
    }

    private static WxrReader Reopen(Stream file)
    {
        file.Position = 0;
        return WxrReader.Open(new KeptOpen(file));
    }

    private async Task EachAsync(WordPressRun run, Stream file, string doing, Func<WxrItem, Task> work, CancellationToken cancel)
    {
        using var reader = Reopen(file);
        var done = 0;
        await foreach (var entry in reader.ReadAsync(cancel))
        {
            if (entry is not WxrItem item)
            {
                continue;
            }

            await work(item);
            db.ChangeTracker.Clear();
            run.Report.NextItem();
            run.Session.Progress.Tell(doing, ++done, done, run.Survey.Items);
        }
    }
}

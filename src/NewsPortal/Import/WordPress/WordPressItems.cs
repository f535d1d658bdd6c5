namespace NewsPortal.Import.WordPress;

/// <summary>What is done with each item of an export, by its kind.</summary>
internal sealed class WordPressItems(ImportLedger ledger, StoryImport stories, SectionImport sections, PictureImport pictures, AttachedItems attached)
{
    public async Task OutlineAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        if (item.Id.Length == 0 || item.Status == "trash")
        {
            run.Report.Count(Plural(item), ImportOutcome.LeftOut);
            run.Tell(item.Id.Length == 0 ? "An item has no id" : "It was in the trash", item.Label);
        }
        else if (StoryImport.IsStory(item))
        {
            var section = item.Type == "post" ? await sections.OfAsync(run, item, cancel) : (int?)null;
            await stories.ReserveAsync(run, item, section, cancel);
        }
        else if (item.Type == "attachment")
        {
            await pictures.ImportAsync(run, item, cancel);
        }
        else
        {
            run.Report.Count("other items", ImportOutcome.LeftOut);
            run.Tell($"An item is of a kind that has no counterpart ({item.Type})", item.Label);
        }
    }

    public async Task FillAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        if (item.Id.Length == 0 || item.Status == "trash")
        {
            return;
        }

        if (item.Type == "attachment")
        {
            await attached.LeadAttachmentAsync(run, item, await ledger.FindAsync(StoryImport.Kind, item.ParentId, cancel), cancel);
        }
        else if (StoryImport.IsStory(item) && await stories.FillAsync(run, item, cancel) is { } article)
        {
            await attached.ImportCommentsAsync(run, item, article, cancel);
        }
    }

    public Task FinishAsync(WordPressRun run, CancellationToken cancel) => stories.DrawLinksAsync(run, cancel);

    private static string Plural(WxrItem item) => item.Type switch
    {
        "post" => "stories",
        "page" => "pages",
        _ => "other items",
    };
}

using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Import.WordPress;

/// <summary>What hangs on a story and can only come after it: its comments, and the addresses of its attachments.</summary>
internal sealed class AttachedItems(NewsDb db, CommentImport comments, StoryAddresses addresses)
{
    public Task ImportCommentsAsync(WordPressRun run, WxrItem item, Article article, CancellationToken cancel)
        => comments.ImportAsync(run, item, article, cancel);

    /// <param name="articleId">What it is attached to; null: nothing.</param>
    public async Task LeadAttachmentAsync(WordPressRun run, WxrItem item, int? articleId, CancellationToken cancel)
    {
        if (articleId is not { } id)
        {
            run.Tell("An attachment belongs to no story, so its old page leads nowhere", item.Label);
            return;
        }

        await db.WriteAsync(async () =>
        {
            await addresses.LeadAttachmentAsync(run, item, id, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }
}

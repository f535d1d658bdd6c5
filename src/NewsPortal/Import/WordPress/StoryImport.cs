using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// Posts as stories, pages as pages. Each is reserved first, so that every link between them can be told where it leads
/// whatever their order in the file, and filled in a later reading. What somebody here has worked on since is left alone.
/// </summary>
internal sealed class StoryImport(NewsDb db, ImportLedger ledger, StoryCopy copies, StoryAddresses addresses, StoryBodies bodies)
{
    public const string Kind = "article";

    private static readonly RenderedBody NotYet = new("", "", 0, 0);

    private readonly List<int> linked = [];

    public static bool IsStory(WxrItem item) => item.Type is "post" or "page";

    public async Task ReserveAsync(WordPressRun run, WxrItem item, int? sectionId, CancellationToken cancel)
    {
        var id = await ledger.FindAsync(Kind, item.Id, cancel);
        await db.WriteAsync(async () =>
        {
            if (id is null)
            {
                var copy = new Copy { Headline = StoryCopy.HeadlineOf(item, ""), Slug = StoryCopy.SlugOf(item), SectionId = sectionId };
                var article = Article.Start(item.Type == "post" ? ArticleKind.Story : ArticleKind.Page, copy, NotYet, WordPressRun.By, run.Now);
                db.Articles.Add(article);
                await db.SaveChangesAsync(cancel);
                id = article.Id;
                await ledger.RememberAsync(Kind, item.Id, article.Id, cancel);
            }

            await addresses.LeadAsync(run, item, id.Value, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }

    /// <returns>The article, tracked; null when it is not to be had.</returns>
    public async Task<Article?> FillAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        var id = await ledger.FindAsync(Kind, item.Id, cancel);
        var kind = item.Type == "post" ? "stories" : "pages";
        if (await LoadAsync(id, cancel) is not { } article)
        {
            run.Report.Count(kind, ImportOutcome.LeftOut);
            run.Tell("It was imported before and has been deleted here", item.Label);
            return null;
        }

        var copy = await copies.OfAsync(run, item, cancel);
        var move = StoryMove.Of(run, item, article);
        var same = Same(article.Draft.Copy, copy) && !move.IsNeeded;
        if (same || !IsUntouched(run, item, article))
        {
            run.Report.Count(kind, ImportOutcome.Unchanged);
            return article;
        }

        var rendered = await bodies.RenderAsync(copy.Body, copy.Language, cancel);
        var isNew = article.Draft.RendererVersion == 0;
        await db.WriteAsync(async () =>
        {
            article.Draft.Save(copy, rendered, WordPressRun.By, run.Now);
            move.Carry(article, run);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        run.Report.Count(kind, isNew ? ImportOutcome.Added : ImportOutcome.Updated);
        move.Tell(run, item);
        if (copy.Body.Contains("](story:", StringComparison.Ordinal))
        {
            linked.Add(article.Id);
        }

        return article;
    }

    /// <summary>A link is only drawn to a story that readers can reach; now those that were published later can be.</summary>
    public async Task DrawLinksAsync(WordPressRun run, CancellationToken cancel)
    {
        foreach (var id in linked)
        {
            if (await LoadAsync(id, cancel) is { } article)
            {
                var rendered = await bodies.RenderAsync(article.Draft.Copy.Body, article.Draft.Copy.Language, cancel);
                if (rendered.Html != article.Draft.BodyHtml)
                {
                    article.Draft.Take(rendered);
                    article.Rerender(rendered, run.Now);
                    await db.SaveChangesAsync(cancel);
                }
            }

            db.ChangeTracker.Clear();
        }

        linked.Clear();
    }

    // A record compares its lists by reference; what is stored is what counts.
    private static bool Same(Copy stored, Copy copy) => JsonSerializer.Serialize(stored) == JsonSerializer.Serialize(copy);

    private static bool IsUntouched(WordPressRun run, WxrItem item, Article article)
    {
        var untouched = article.Draft.SavedBy == WordPressRun.By.Name && article.Draft.SavedById is null && article.State != ArticleState.Withdrawn;
        if (!untouched)
        {
            run.Tell("It differs from the export but was worked on here since; ours was kept", item.Label);
        }

        return untouched;
    }

    private async Task<Article?> LoadAsync(int? id, CancellationToken cancel)
        => await db.Articles.Whole().FirstOrDefaultAsync(article => article.Id == id, cancel);
}

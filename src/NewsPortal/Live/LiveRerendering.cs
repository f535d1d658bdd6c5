using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Live;

/// <summary>Brings the stored HTML of entries and key points to the present renderer, a batch at a time.</summary>
public sealed class LiveRerendering(NewsDb db, LiveTexts texts, TimeProvider clock)
{
    private const int Batch = 100;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="all">Also what the present renderer made.</param>
    /// <param name="cancel">Stops between two batches; what is done stays done.</param>
    /// <returns>How many entries were made anew.</returns>
    public async Task<int> RunAsync(bool all, CancellationToken cancel)
    {
        await SummariesAsync(all, cancel);
        var (done, last) = (0, 0);
        while (true)
        {
            var batch = await db.Entries.Where(e => e.Id > last && (all || e.RendererVersion != ArticleMarkup.Version))
                .OrderBy(e => e.Id).Take(Batch)
                .Select(e => new { Entry = e, Language = e.Coverage!.Article!.Language ?? e.Coverage.Article.Section!.Language }).ToListAsync(cancel);
            if (batch.Count == 0)
            {
                return done;
            }

            foreach (var line in batch)
            {
                line.Entry.Rerender(await texts.RenderAsync(line.Entry.Words, line.Language, cancel), Now);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            (done, last) = (done + batch.Count, batch[^1].Entry.Id);
        }
    }

    // A paper has few coverages, each with one.
    private async Task SummariesAsync(bool all, CancellationToken cancel)
    {
        var stale = await db.Coverages.Include(c => c.Article!.Section)
            .Where(c => all || c.RendererVersion != ArticleMarkup.Version).ToListAsync(cancel);
        foreach (var coverage in stale)
        {
            coverage.Rerender(await texts.RenderAsync(coverage.Summary, coverage.Article!.Language ?? coverage.Article.Section?.Language, cancel), Now);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }
}

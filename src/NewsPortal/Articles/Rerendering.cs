using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Articles;

/// <summary>Brings stored HTML to the present renderer, a batch at a time, while the paper is read and written.</summary>
public sealed class Rerendering(NewsDb db, StoryBodies bodies, CommentMarkup markup, TimeProvider clock)
{
    private const int Batch = 100;

    /// <param name="all">Also what the present renderer made, for instance after photos' captions changed.</param>
    /// <param name="cancel">Stops between two batches; what is done stays done.</param>
    public async Task<(int Stories, int Comments)> RunAsync(bool all, CancellationToken cancel)
        => (await StoriesAsync(all, cancel), await CommentsAsync(all, cancel));

    private async Task<int> StoriesAsync(bool all, CancellationToken cancel)
    {
        var (done, last) = (0, 0);
        while (true)
        {
            var batch = await db.Articles.Include(a => a.Draft).Include(a => a.Section)
                .Where(a => a.Id > last && (all || a.RendererVersion != ArticleMarkup.Version || a.Draft.RendererVersion != ArticleMarkup.Version))
                .OrderBy(a => a.Id).Take(Batch).ToListAsync(cancel);
            if (batch.Count == 0)
            {
                return done;
            }

            foreach (var article in batch)
            {
                await RerenderAsync(article, cancel);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            (done, last) = (done + batch.Count, batch[^1].Id);
        }
    }

    private async Task RerenderAsync(Article article, CancellationToken cancel)
    {
        var copy = article.Draft.Copy;
        var language = article.Section?.Language;
        article.Draft.Take(await bodies.RenderAsync(copy.Body, copy.Language ?? language, cancel));
        if (article.PublishedUtc is not null)
        {
            article.Rerender(await bodies.RenderAsync(article.Body, article.Language ?? language, cancel), clock.GetUtcNow().UtcDateTime);
        }
    }

    private async Task<int> CommentsAsync(bool all, CancellationToken cancel)
    {
        var (done, last) = (0, 0);
        while (true)
        {
            var batch = await db.Comments.Where(c => c.Id > last && (all || c.RendererVersion != CommentMarkup.Version))
                .OrderBy(c => c.Id).Take(Batch).ToListAsync(cancel);
            if (batch.Count == 0)
            {
                return done;
            }

            batch.ForEach(comment => comment.Rerender(markup.Render(comment.Body), clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            (done, last) = (done + batch.Count, batch[^1].Id);
        }
    }
}

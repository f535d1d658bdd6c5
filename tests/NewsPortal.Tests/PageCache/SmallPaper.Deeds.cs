using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>What can happen to the small paper.</summary>
public sealed partial class SmallPaper
{
    /// <summary>The story that the front page opens with.</summary>
    internal string Lead
    {
        get
        {
            var address = Html.Parse(last!["/"].Body).QuerySelector(".lead h2 a")!.GetAttribute("href")!;
            return ids.Single(story => address.EndsWith($"-{story.Value}", StringComparison.Ordinal)).Key;
        }
    }

    /// <summary>Writes a draft and publishes it.</summary>
    internal Task EditAsync(string story, Func<Copy, Copy> change, bool substantive = false, DateTime? firstPublished = null) => Newsroom.WithAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var (id, bodies) = (ids[story], services.GetRequiredService<StoryBodies>());
        var article = await db.Articles.Whole().SingleAsync(a => a.Id == id);
        var copy = change(article.Draft.Copy);
        article.Draft.Save(copy, await bodies.RenderAsync(copy.Body, copy.Language), Some.Ada, Now);
        article.Publish(Some.Ada, Now, substantive, firstPublished);
        await db.SaveChangesAsync();
    });

    internal Task ChangeAsync(string story, Action<NewsPortal.Articles.Article> change) => Newsroom.ChangeAsync(ids[story], change);

    internal Task<int> RaiseAsync(string text, int? story, TimeSpan lasting, TimeSpan ahead = default) => Newsroom.WithDbAsync(async db =>
    {
        var flash = Flash.Raise(new FlashCopy(FlashLevel.LastMinute, text, Now + ahead + lasting) { ArticleId = story }, Some.Ada, Now + ahead);
        db.Add(flash);
        await db.SaveChangesAsync();
        return flash.Id;
    });

    internal Task ChangeFlashAsync(int id, Action<Flash> change) => OneAsync(db => db.Flashes.SingleAsync(flash => flash.Id == id), change);

    internal Task ChangeCommentAsync(string story, Action<Comment> change)
    {
        var id = ids[story];
        return OneAsync(db => db.Comments.Include(c => c.Article).Where(c => c.ArticleId == id).OrderBy(c => c.Id).FirstAsync(), change);
    }

    /// <summary>Loads something, has it do something and saves.</summary>
    internal Task OneAsync<T>(Func<NewsDb, Task<T>> load, Action<T> change) => Newsroom.WithDbAsync(async db =>
    {
        change(await load(db));
        return await db.SaveChangesAsync();
    });

    internal Task AddAsync(object fact) => Newsroom.WithDbAsync(async db =>
    {
        db.Add(fact);
        return await db.SaveChangesAsync();
    });
}

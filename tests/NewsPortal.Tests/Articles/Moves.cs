using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

/// <summary>A story as somebody at the desk moves it through the forms of its page.</summary>
internal static class Moves
{
    /// <summary>A story that this person has begun.</summary>
    public static Task<int> StartAsync(this Newsroom newsroom, Colleague by, Copy copy) => newsroom.WithAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var rendered = await services.GetRequiredService<StoryBodies>().RenderAsync(copy.Body, copy.Language);
        var article = NewsPortal.Articles.Article.Start(ArticleKind.Story, copy, rendered, by.Signature, newsroom.Now);
        db.Add(article);
        await db.SaveChangesAsync();
        return article.Id;
    });

    public static Task<NewsPortal.Articles.Article> StoryAsync(this Newsroom newsroom, int id) => newsroom.WithDbAsync(db => db.Articles.AsNoTracking()
        .Include(a => a.Draft).Include(a => a.Schedules).SingleAsync(a => a.Id == id));

    /// <summary>One look for what is due, in the newsroom's language as its own loop speaks it.</summary>
    public static Task CarryOutDueAsync(this Newsroom newsroom) => newsroom.WithAsync(services =>
    {
        CultureInfo.CurrentUICulture = services.GetRequiredService<Site>().Culture;
        return services.GetRequiredService<DueMoves>().CarryOutAsync(newsroom.Now, default);
    });

    /// <summary>Sends a form of the story's page with the version that it has now.</summary>
    public static async Task<HttpResponseMessage> MoveAsync(
        this Newsroom newsroom, Colleague who, int id, string move, params (string Name, string Value)[] fields)
    {
        var version = (await newsroom.StoryAsync(id)).Draft.Version;
        return await who.PostAsync($"/admin/articles/{id}/{move}", [("version", $"{version}"), .. fields]);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.BrowserTests.Support;

/// <summary>The moderation desk, as a moderator has it open.</summary>
public static class ModerationDesk
{
    /// <summary>A story of its own for one test, with comments that wait, and the queue of that story.</summary>
    public static async Task<(Edition Edition, int Story, IPage Page, PageLog Log)> OpenModerationAsync(
        this PressRoom press, Language language, int width, int comments, bool script = true)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.PublishAsync("A bridge is talked about");
        for (var number = 1; number <= comments; number++)
        {
            await edition.CommentAsync(story, string.Create(CultureInfo.InvariantCulture, $"Comment {number}"));
        }

        var browser = await press.ColleagueAsync(edition, Role.Moderator, new()
        {
            ViewportSize = new() { Width = width, Height = 844 },
            HasTouch = width < 500,
            IsMobile = width < 500,
            JavaScriptEnabled = script,
        });
        var page = await browser.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"{edition.Url}/admin/comments?story={story}"));
        if (script)
        {
            await page.ModerationReadyAsync();
        }

        return (edition, story, page, log);
    }

    public static Task ModerationReadyAsync(this IPage page) => page.Locator("html[data-moderation=ready]").WaitForAsync();

    public static Task<List<CommentState>> StatesAsync(this Edition edition, int story)
        => edition.AskAsync(db => db.Comments.AsNoTracking().Where(c => c.ArticleId == story).OrderBy(c => c.Id).Select(c => c.State).ToListAsync());

    /// <summary>A reader's comment that waits.</summary>
    public static Task CommentAsync(this Edition edition, int story, string text) => edition.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var article = await db.Articles.SingleAsync(a => a.Id == story);
        var rendered = services.GetRequiredService<CommentMarkup>().Render(text);
        db.Add(Comment.Post(article, null, new Speaker("R. Okonjo"), text, rendered, TimeProvider.System.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    });
}

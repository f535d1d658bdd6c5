using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Live;

namespace NewsPortal.BrowserTests.Support;

/// <summary>The desk of live coverage, as an editor has it open.</summary>
public static class LiveDesk
{
    /// <summary>A story of its own for one test, covered live, and the page on which it is written.</summary>
    public static async Task<(Edition Edition, int Story, IPage Page, PageLog Log)> OpenLiveDeskAsync(this PressRoom press, Language language, int width, bool script = true)
    {
        var edition = await press.WritersEditionAsync(language);
        var story = await edition.GoLiveAsync("A bridge is covered live");
        var browser = await press.ColleagueAsync(edition, Role.Editor, new()
        {
            ViewportSize = new() { Width = width, Height = 844 },
            HasTouch = width < 500,
            IsMobile = width < 500,
            JavaScriptEnabled = script,
        });
        var page = await browser.NewPageAsync();
        var log = await PageLog.KeepAsync(page);
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"{edition.Url}/admin/articles/{story}/live"));
        if (script)
        {
            await page.LiveReadyAsync();
        }

        return (edition, story, page, log);
    }

    public static Task LiveReadyAsync(this IPage page) => page.Locator("html[data-live=ready]").WaitForAsync();

    public static Task<List<Entry>> EntriesAsync(this Edition edition, int story)
        => edition.AskAsync(db => db.Entries.AsNoTracking().Where(e => e.ArticleId == story).OrderBy(e => e.Id).ToListAsync());
}

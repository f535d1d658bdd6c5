using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;

namespace NewsPortal.BrowserTests.Support;

/// <summary>What writers do in the editor.</summary>
public static class Writing
{
    /// <summary>A story of its own for one test, with three paragraphs; returns its number.</summary>
    public static Task<int> StoryAsync(this Edition edition, string headline = "A bridge opens", string body = "One.\n\nTwo.\n\nThree.", CommentsMode mode = CommentsMode.Inherit)
        => edition.AskAsync(async db =>
        {
            var section = await db.Sections.FirstAsync(s => s.Slug == "world");
            var copy = new Copy { Headline = headline, Slug = "a-bridge-opens", SectionId = section.Id, Body = body, CommentsMode = mode };
            var article = Article.Start(ArticleKind.Story, copy, new RenderedBody("<p>One.</p>", "one", 1, 1), Signature.OfProcess("Test"), TimeProvider.System.GetUtcNow().UtcDateTime);
            db.Add(article);
            await db.SaveChangesAsync();
            return article.Id;
        });

    public static Task<Copy> CopyAsync(this Edition edition, int story)
        => edition.AskAsync(async db => (await db.Drafts.AsNoTracking().SingleAsync(d => d.ArticleId == story)).Copy);

    public static async Task OpenEditorAsync(this IPage page, string url, int story)
    {
        await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"{url}/admin/articles/{story}"));
        await page.Locator("html[data-editor=ready]").WaitForAsync();
    }

    /// <summary>At the end of the body, key by key.</summary>
    public static async Task TypeAsync(this IPage page, string text)
    {
        await page.FocusAsync("#body");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(text, new() { Delay = 20 });
    }

    /// <summary>A file or folder of the product's sources.</summary>
    public static string SourcePath(string path) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/NewsPortal", path));

    /// <summary>Waits until the page says a time of saving, in English or Turkish.</summary>
    public static Task SavedAsync(this IPage page)
        => Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(new Regex("^(Saved|Kaydedildi) \\d\\d:\\d\\d$"), new() { Timeout = 20_000 });

    private static string Here([CallerFilePath] string file = "") => file;
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Live;
using NewsPortal.Markup;

namespace NewsPortal.BrowserTests.Support;

/// <summary>What editors do while readers have the paper open.</summary>
public static class Newsdesk
{
    private static readonly Signature Editor = Signature.OfProcess("Test");

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public static Task<int> RaiseAsync(this Edition edition, string text, TimeSpan? length = null) => edition.AskAsync(async db =>
    {
        var flash = Flash.Raise(new FlashCopy(FlashLevel.LastMinute, text, Now + (length ?? TimeSpan.FromMinutes(10))), Editor, Now);
        db.Add(flash);
        await db.SaveChangesAsync();
        return flash.Id;
    });

    public static Task<int> CorrectAsync(this Edition edition, int flash, string text) => edition.ChangeAsync(flash, f => f.Correct(f.Level, text, Editor, Now));

    public static Task<int> LiftAsync(this Edition edition, int flash) => edition.ChangeAsync(flash, f => f.Lift(Editor, Now));

    /// <summary>Nothing is "Last minute" any more.</summary>
    public static Task CalmAsync(this Edition edition) => edition.AskAsync(async db =>
    {
        var now = Now;
        foreach (var flash in await db.Flashes.Where(f => f.EndsUtc > now).ToListAsync())
        {
            flash.Lift(Editor, now);
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>A new story in the section "world"; returns its number.</summary>
    public static async Task<int> PublishAsync(this Edition edition, string headline, CommentsMode mode = CommentsMode.Inherit)
    {
        var story = await edition.StoryAsync(headline, mode: mode);
        await edition.ChangeStoryAsync(story, article => article.Publish(Editor, Now));
        return story;
    }

    public static Task<int> RenameAsync(this Edition edition, int story, string headline) => edition.ChangeStoryAsync(story, article =>
    {
        article.Draft.Save(article.Draft.Copy with { Headline = headline }, new RenderedBody("<p>One.</p>", "one", 1, 1), Editor, Now);
        article.Publish(Editor, Now);
    });

    public static Task<int> WithdrawAsync(this Edition edition, int story)
        => edition.ChangeStoryAsync(story, article => article.Withdraw(Editor, "It was not so.", Now));

    /// <summary>A new story that is covered live; returns its number.</summary>
    public static async Task<int> GoLiveAsync(this Edition edition, string headline)
    {
        var story = await edition.PublishAsync(headline);
        await edition.AskAsync(async db =>
        {
            db.Add(Coverage.Start(await db.Articles.SingleAsync(a => a.Id == story), Editor, Now));
            return await db.SaveChangesAsync();
        });
        return story;
    }

    /// <summary>An update of what is covered; returns its number.</summary>
    public static async Task<int> SendAsync(this Edition edition, int story, string words, bool isKey = false)
    {
        var sent = 0;
        await edition.WithServicesAsync(async services =>
        {
            var copy = new EntryCopy(await services.GetRequiredService<LiveTexts>().RenderAsync(words, null)) { IsKey = isKey };
            var filing = new Filing(story, copy, Guid.NewGuid(), Waits: false);
            sent = (await services.GetRequiredService<Sending>().FileAsync(filing, Editor, CancellationToken.None)).Id;
        });
        return sent;
    }

    public static Task EditAsync(this Edition edition, int entry, string words) => edition.WithServicesAsync(async services =>
    {
        var copy = new EntryCopy(await services.GetRequiredService<LiveTexts>().RenderAsync(words, null));
        await edition.ChangeEntryAsync(entry, e => e.Edit(copy, Editor, Now));
    });

    public static Task RemoveAsync(this Edition edition, int entry) => edition.ChangeEntryAsync(entry, e => e.Delete(Editor, Now));

    public static Task CloseAsync(this Edition edition, int story, string summary) => edition.WithServicesAsync(async services =>
    {
        var text = await services.GetRequiredService<LiveTexts>().RenderAsync(summary, null);
        await edition.AskAsync(async db =>
        {
            (await db.Coverages.SingleAsync(c => c.ArticleId == story)).Close(text, Editor, Now);
            return await db.SaveChangesAsync();
        });
    });

    /// <summary>A reader's comment that a moderator let through.</summary>
    public static Task ApprovedAsync(this Edition edition, int story, string name, string body) => edition.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var article = await db.Articles.SingleAsync(a => a.Id == story);
        var comment = Comment.Post(article, null, new Speaker(name), body, services.GetRequiredService<CommentMarkup>().Render(body), Now);
        comment.Approve(Now);
        db.Add(comment);
        await db.SaveChangesAsync();
    });

    public static string AddressOf(int story) => string.Create(CultureInfo.InvariantCulture, $"/world/a-bridge-opens-{story}");

    private static Task<int> ChangeAsync(this Edition edition, int flash, Action<Flash> change) => edition.AskAsync(async db =>
    {
        change(await db.Flashes.SingleAsync(f => f.Id == flash));
        return await db.SaveChangesAsync();
    });

    private static Task<int> ChangeEntryAsync(this Edition edition, int entry, Action<Entry> change) => edition.AskAsync(async db =>
    {
        change(await db.Entries.SingleAsync(e => e.Id == entry));
        return await db.SaveChangesAsync();
    });

    private static Task<int> ChangeStoryAsync(this Edition edition, int story, Action<Article> change) => edition.AskAsync(async db =>
    {
        change(await db.Articles.Whole().SingleAsync(a => a.Id == story));
        return await db.SaveChangesAsync();
    });
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Changes;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Live;
using NewsPortal.PageCache;

namespace NewsPortal.Articles;

public sealed class ArticlesController(NewsDb db, LivePages lives, PageBasis basis) : Controller
{
    [HttpGet("/{section}/{slug}-{id}"), HttpHead("/{section}/{slug}-{id}"), Stored("before", "from", "key", "entry")]
    public async Task<IActionResult> Show(string id, [FromQuery] LiveAsk ask, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } article)
        {
            return NotFound();
        }

        if (Elsewhere(article, "") is { } address)
        {
            return RedirectPermanent(address + ask.Query);
        }

        return article.State == ArticleState.Withdrawn ? Gone(article)
            : article.Coverage is null ? await StoryAsync(article, ask, cancel)
            : await LiveAsync(article, new LiveTurn(ask), cancel);
    }

    [HttpGet("/{section}/{slug}-{id}/comments"), HttpHead("/{section}/{slug}-{id}/comments"), Stored("order", "after", "thread")]
    public async Task<IActionResult> Comments(string id, [FromQuery] ThreadsAsk ask, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { State: ArticleState.Published } article || !ModelState.IsValid || !ask.IsReadable)
        {
            return NotFound();
        }

        if (Elsewhere(article, "/comments") is not null)
        {
            return RedirectPermanent(ask.AddressUnder(StoryAddress.Of(article.Section?.Slug, article.Slug, article.Id)));
        }

        basis.ShowsComments(article);
        var threads = await CommentThreads.ReadAsync(db, article, ask, cancel);
        return threads.Threads.Count == 0 ? NotFound() : View(new CommentsPage(article, threads));
    }

    private async Task<Article?> FindAsync(string id, CancellationToken cancel)
    {
        if (!int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        // True of a page that is not there, or leads elsewhere, too.
        basis.RestsOn(CacheTag.Address(number));
        return await ArticlePage.FindAsync(db, number, cancel);
    }

    private async Task<IActionResult> StoryAsync(Article article, LiveAsk ask, CancellationToken cancel)
    {
        // It may go live.
        basis.RestsOn(CacheTag.Live(article.Id));
        return ask.Query.Length > 0 ? RedirectPermanent(Request.Path) : View(await ReadAsync(article, cancel));
    }

    private async Task<IActionResult> LiveAsync(Article article, LiveTurn turn, CancellationToken cancel)
        => !turn.IsReadable ? RedirectPermanent(Request.Path)
            : await lives.ReadAsync(await ReadAsync(article, cancel), turn, cancel) is { } page ? View("/Live/Show.cshtml", page)
            : NotFound();

    private async Task<ArticlePage> ReadAsync(Article article, CancellationToken cancel)
    {
        var page = await ArticlePage.ReadAsync(db, article, cancel);
        basis.Shows(page);
        return page;
    }

    /// <summary>The true address when the one asked for names another slug, section or spelling of the id.</summary>
    private string? Elsewhere(Article article, string below)
    {
        var address = StoryAddress.Of(article.Section?.Slug, article.Slug, article.Id) + below;
        return string.Equals(Request.Path.Value, address, StringComparison.Ordinal) ? null : address;
    }

    private ViewResult Gone(Article article)
    {
        basis.RestsOn(CacheTag.Story(article.Id));
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone", article);
    }
}

public sealed record CommentsPage(Article Article, CommentThreads Threads)
{
    public string Url => StoryAddress.Of(Article.Section?.Slug, Article.Slug, Article.Id);
}

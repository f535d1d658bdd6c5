using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Feeds;

/// <summary>The paper, its sections, topics and authors as RSS.</summary>
[Stored]
public sealed class FeedsController(NewsDb db, PageBasis basis, Site site, Words words, RssWriter rss) : Controller
{
    internal const string Rss = "application/rss+xml";

    [HttpGet("/rss.xml"), HttpHead("/rss.xml")]
    public Task<IActionResult> Front(CancellationToken cancel)
        => FeedAsync(new Channel("/", site.Name, words["The day’s news from {0}.", site.Name], site.Language), db.Articles.Placed(), CacheTag.Archive, cancel);

    [HttpGet("/{section}/rss.xml"), HttpHead("/{section}/rss.xml")]
    public async Task<IActionResult> Section(string section, CancellationToken cancel)
        => await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == section, cancel) is { } found
            ? await FeedAsync(
                ChannelOf($"/{found.Slug}", found.Name, found.Description, found.Language),
                db.Articles.Where(a => a.SectionId == found.Id).Placed(),
                CacheTag.Section(found.Id),
                cancel)
            : NotFound();

    [HttpGet("/tag/{slug}/rss.xml"), HttpHead("/tag/{slug}/rss.xml")]
    public async Task<IActionResult> Tag(string slug, CancellationToken cancel)
        => await db.Tags.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, cancel) is { } tag
            ? await FeedAsync(
                ChannelOf($"/tag/{tag.Slug}", tag.Name, tag.Description),
                db.ArticleTags.Where(t => t.TagId == tag.Id).Placed(),
                CacheTag.Topic(tag.Id),
                cancel)
            : NotFound();

    [HttpGet("/author/{slug}/rss.xml"), HttpHead("/author/{slug}/rss.xml")]
    public async Task<IActionResult> Author(string slug, CancellationToken cancel)
        => await db.Authors.AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug, cancel) is { } author
            ? await FeedAsync(
                ChannelOf($"/author/{author.Slug}", author.Name, author.Bio),
                db.Bylines.Where(b => b.AuthorId == author.Id).Placed(),
                CacheTag.Author(author.Id),
                cancel)
            : NotFound();

    private Channel ChannelOf(string path, string name, string? description, string? language = null) => new(
        path,
        $"{name} | {site.Name}",
        description is { Length: > 0 } ? description : words["All stories in {0}", name],
        language ?? site.Language);

    private async Task<IActionResult> FeedAsync(Channel channel, IQueryable<ListedStory> stories, string list, CancellationToken cancel)
    {
        var feed = await StoryFeed.ReadAsync(db, channel, stories, cancel);
        basis.RestsOn(list);
        basis.Carries(feed.Stories);
        Response.GetTypedHeaders().LastModified = feed.ChangedUtc;
        if (rss.HubLink(channel) is { } links)
        {
            Response.Headers.Link = links;
        }

        return File(rss.Write(feed), $"{Rss}; charset=utf-8");
    }
}

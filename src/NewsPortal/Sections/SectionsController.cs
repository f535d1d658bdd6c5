using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.PageCache;

namespace NewsPortal.Sections;

/// <summary>The fronts of sections, tags and authors: newest first, paged by place.</summary>
[Stored("before", "after")]
public sealed class SectionsController(NewsDb db, StoryLists lists, PageBasis basis, Words words, TimeProvider clock) : Controller
{
    private const int DiscussedStories = 5;

    [HttpGet("/{section}"), HttpHead("/{section}")]
    public async Task<IActionResult> Section(string section, string? before, string? after, CancellationToken cancel)
    {
        var found = await db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == section, cancel);
        var turn = new PageTurn(before, after);
        if (found is null
            || await lists.ReadAsync(db.Articles.Where(a => a.SectionId == found.Id).Placed(), [CacheTag.Section(found.Id)], turn, cancel) is not { } stories)
        {
            return NotFound();
        }

        basis.RestsOn(CacheTag.SectionName(found.Id));
        return View(new ListPage($"/{found.Slug}", found.Name, found.Description, stories, turn.IsFirst)
        {
            Language = found.Language,
            SectionId = found.Id,
            HasFeed = true,
            Discussed = turn.IsFirst ? await DiscussedAsync(found.Id, cancel) : [],
        });
    }

    [HttpGet("/tag/{slug}"), HttpHead("/tag/{slug}")]
    public async Task<IActionResult> Tag(string slug, string? before, string? after, CancellationToken cancel)
    {
        var tag = await db.Tags.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug, cancel);
        var turn = new PageTurn(before, after);
        if (tag is null
            || await lists.ReadAsync(db.ArticleTags.Where(t => t.TagId == tag.Id).Placed(), [CacheTag.Topic(tag.Id)], turn, cancel) is not { } stories)
        {
            return NotFound();
        }

        return View("List", new ListPage($"/tag/{tag.Slug}", tag.Name, tag.Description, stories, turn.IsFirst) { Kicker = words["Topic"], HasFeed = true });
    }

    [HttpGet("/author/{slug}"), HttpHead("/author/{slug}")]
    public async Task<IActionResult> Author(string slug, string? before, string? after, CancellationToken cancel)
    {
        var author = await db.Authors.AsNoTracking().FirstOrDefaultAsync(a => a.Slug == slug, cancel);
        var turn = new PageTurn(before, after);
        if (author is null
            || await lists.ReadAsync(db.Bylines.Where(b => b.AuthorId == author.Id).Placed(), [CacheTag.Author(author.Id)], turn, cancel) is not { } stories)
        {
            return NotFound();
        }

        basis.RestsOn(CacheTag.AuthorName(author.Id));
        return View("List", new ListPage($"/author/{author.Slug}", author.Name, author.Bio, stories, turn.IsFirst)
        {
            Kicker = author.JobTitle ?? words["Author"],
            Email = author.Email,
            HasFeed = true,
        });
    }

    private async Task<List<StoryCard>> DiscussedAsync(int section, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - MostDiscussed.InSection;
        var discussed = await db.Articles.Listed().Where(a => a.SectionId == section && a.PublishedUtc > since)
            .MostDiscussed().Take(DiscussedStories).AsCards().ToListAsync(cancel);
        int? last = discussed.Count < DiscussedStories ? null : discussed[^1].CommentCount;
        basis.Ranks(discussed, last, reached => CacheTag.Discussed(section, reached), MostDiscussed.InSection);
        return discussed;
    }
}

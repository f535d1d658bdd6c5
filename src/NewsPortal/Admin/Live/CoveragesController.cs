using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Admin.Live;

/// <summary>A story that is covered live: where its entries are written, and where it begins and ends.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/live")]
public sealed class CoveragesController(NewsDb db, LiveDeskPages pages, EntryMoves moves, EntryDesk desk, Words words) : AdminController
{
    [HttpGet("/admin/live"), ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await pages.ListAsync(Me, cancel));

    [HttpGet, ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
    public async Task<IActionResult> Show(int id, int? before, CancellationToken cancel)
    {
        var story = await db.Articles.AsNoTracking().RuledBy(Me).Include(a => a.Draft).FirstOrDefaultAsync(a => a.Id == id, cancel);
        return await pages.ReadAsync(id, new EntryForm { Key = Guid.NewGuid() }, before, Me, cancel) is { } page ? View(page)
            : story is not null ? View("Start", story)
            : NotFound();
    }

    [HttpPost]
    public async Task<IActionResult> Create(int id, CancellationToken cancel)
    {
        if (await db.Articles.RuledBy(Me).Include(a => a.Coverage).Include(a => a.Draft).FirstOrDefaultAsync(a => a.Id == id, cancel) is not { } story)
        {
            return NotFound();
        }

        try
        {
            return story.Coverage is not null ? SeeOther(LiveDeskPages.AddressOf(id)) : await StartAsync(story, cancel);
        }
        catch (RefusedException refused)
        {
            return Fail(LiveDeskPages.AddressOf(id), words.Of(refused));
        }
    }

    [HttpPost("summary")]
    public Task<IActionResult> Summarise(int id, SummaryForm form, CancellationToken cancel)
        => MoveAsync(id, form, (coverage, text) => coverage.Summarise(text, Me.Signature, moves.Now), words["Changed: readers see it now."], cancel);

    [HttpPost("closing")]
    public Task<IActionResult> Close(int id, SummaryForm form, CancellationToken cancel)
        => MoveAsync(id, form, (coverage, text) => coverage.Close(text, Me.Signature, moves.Now), words["The coverage is closed. Readers see what happened above its updates."], cancel);

    [HttpPost("reopening")]
    public Task<IActionResult> Reopen(int id, SummaryForm form, CancellationToken cancel)
        => MoveAsync(id, form, (coverage, _) => coverage.Reopen(Me.Signature, moves.Now), words["The coverage goes on."], cancel);

    private async Task<IActionResult> StartAsync(Article story, CancellationToken cancel)
    {
        db.Add(Coverage.Start(story, Me.Signature, moves.Now));
        try
        {
            await db.SaveChangesAsync(cancel);
            return Done(LiveDeskPages.AddressOf(story.Id), words["The story is covered live."]);
        }
        catch (DbUpdateException)
        {
            // Another editor may have been quicker.
            db.ChangeTracker.Clear();
            if (await db.Coverages.AnyAsync(c => c.ArticleId == story.Id, cancel))
            {
                return SeeOther(LiveDeskPages.AddressOf(story.Id));
            }

            throw;
        }
    }

    private async Task<IActionResult> MoveAsync(int id, SummaryForm form, Action<Coverage, LiveText> move, string done, CancellationToken cancel)
    {
        var moved = await moves.TryAsync(
            db.Coverages.RuledBy(Me).Where(c => c.ArticleId == id),
            form.Version,
            async coverage => move(coverage, await desk.RenderAsync(id, form.Summary, cancel)),
            cancel);
        return moved.Outcome switch
        {
            MoveOutcome.NotTheirs => NotFound(),
            MoveOutcome.Done => Done(LiveDeskPages.AddressOf(id), done),
            _ => await AgainAsync(id, moved, form, cancel),
        };
    }

    private async Task<IActionResult> AgainAsync(int id, Moved moved, SummaryForm form, CancellationToken cancel)
    {
        Response.StatusCode = moved.Outcome == MoveOutcome.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        var page = await pages.ReadAsync(id, new EntryForm { Key = Guid.NewGuid() }, null, Me, cancel);
        return page is null ? NotFound() : View("Show", page with { Problem = moved.Problem, Typed = form.Summary });
    }
}

public sealed class SummaryForm
{
    /// <summary>Markdown.</summary>
    public string? Summary { get; set; }

    public int Version { get; set; }
}

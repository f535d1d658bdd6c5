using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;

namespace NewsPortal.Admin.Breaking;

/// <summary>The flash desk: one line, one action.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/breaking")]
public sealed class BreakingController(FlashDesk desk, BreakingPages pages, FreshnessMeter meter, Words words) : AdminController
{
    [HttpGet]
    public async Task<IActionResult> Index(int? follow, int? story, int? flash, Guid? measured, CancellationToken cancel)
    {
        var form = await pages.BeginAsync(follow, story, Me, cancel);
        var page = await pages.ReadAsync(form, Me, cancel);
        return View(page with { Just = page.Running.FirstOrDefault(row => row.Id == flash), Freshness = meter.Find(measured) });
    }

    [HttpPost]
    public async Task<IActionResult> Create(FlashForm form, CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        var answer = await TryAsync(form, cancel);
        if (answer.Raised is not { } flash)
        {
            return await AgainAsync(form, answer, cancel);
        }

        var address = await pages.MeasuredAsync(since, flash, cancel);
        return this.IsScript() ? Ok(new { address, flash = flash.Id, text = flash.Text }) : SeeOther(address);
    }

    /// <summary>The form as it stands, with the stories found by its words. It needs no script.</summary>
    [HttpPost("stories")]
    public async Task<IActionResult> Find(FlashForm form, CancellationToken cancel)
    {
        ModelState.Clear();
        var page = await pages.ReadAsync(form, Me, cancel);
        return this.IsScript() ? Ok(page.Stories) : View("Index", page);
    }

    [HttpGet("history")]
    public async Task<IActionResult> History(string? before, CancellationToken cancel) => View(await pages.HistoryAsync(Cursor.Parse(before), cancel));

    /// <summary>What the meter has read so far, for the page that is open.</summary>
    [HttpGet("freshness")]
    public IActionResult Freshness(Guid? id) => meter.Find(id) is { } read
        ? Ok(new { done = read.IsDone, seen = read.Seen.Select(page => new { path = page.Path, words = FreshnessWords.Of(words, page.Path, page.After) }) })
        : NotFound();

    private async Task<FlashAnswer> TryAsync(FlashForm form, CancellationToken cancel)
    {
        if (ModelState.FirstOrDefault(field => field.Value?.Errors.Count > 0) is { Key: { } unread })
        {
            return new FlashAnswer { Fault = new Fault(unread, words["This could not be read. Choose again."]) };
        }

        try
        {
            return await desk.RaiseAsync(form, Me, cancel);
        }
        catch (RefusedException refused)
        {
            return new FlashAnswer { Fault = new Fault(nameof(form.Text), words.Of(refused)) };
        }
    }

    private async Task<IActionResult> AgainAsync(FlashForm form, FlashAnswer answer, CancellationToken cancel)
    {
        ModelState.Clear();
        if (answer.Fault is { } fault)
        {
            ModelState.AddModelError(fault.Field, fault.Words);
        }

        var page = await pages.ReadAsync(form, Me, cancel);
        Response.StatusCode = answer.Fault is { Field: not nameof(form.GivesWayId) } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return View("Index", page with { Doubt = answer.Doubt, Other = page.Running.FirstOrDefault(row => row.Id == answer.Other?.Id) });
    }
}

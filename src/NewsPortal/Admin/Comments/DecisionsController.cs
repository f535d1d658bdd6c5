using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Audit;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Who decided what on comments, to be looked up and taken along.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
public sealed class DecisionsController(NewsDb db, Words words, Site site) : AdminController
{
    private const int PageSize = 50;

    [HttpGet("/admin/comments/decisions")]
    public async Task<IActionResult> Index(DecisionFilter filter, CancellationToken cancel)
    {
        var from = filter.SinceUtc(site) ?? DateTime.MinValue;
        var lines = await filter.Of(db.Decisions.AsNoTracking(), Me).Take(PageSize + 1).AsLines().ToListAsync(cancel);
        var shown = lines.Take(PageSize).TakeWhile(line => line.AtUtc >= from).ToList();
        var whose = filter.By is { } by ? await db.Accounts.OfStaff().Where(a => a.Id == by).Select(a => a.Name).FirstOrDefaultAsync(cancel)
            : filter.Writer is { } writer ? await db.Commenters.RuledBy(Me, db.Comments).Where(c => c.Id == writer).Select(c => c.Name).FirstOrDefaultAsync(cancel)
            : null;
        return View("Decisions", new DecisionsPage(filter, shown, lines.Count > PageSize && shown.Count == PageSize) { Whose = whose });
    }

    /// <summary>All that the filter finds, line by line as the database gives it.</summary>
    [HttpGet("/admin/comments/decisions.csv")]
    public async Task Export(DecisionFilter filter, CancellationToken cancel)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"decisions.csv\"";
        await using var csv = new CsvWriter(Response.Body);
        await csv.WriteAsync([words["When"], words["Who"], words["Account"], words["What"], words["Reason"], words["Rule"], words["A word to colleagues"], words["Comment"], words["Name"], words["Text"], words["Taken back"], words["A word to the writer"], words["The writer's words"]], cancel);
        var from = filter.SinceUtc(site) ?? DateTime.MinValue;
        await foreach (var line in filter.Of(db.Decisions.AsNoTracking(), Me).AsLines().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (line.AtUtc < from)
            {
                break;
            }

            await csv.WriteAsync(Cells(line), cancel);
        }
    }

    private string[] Cells(DecisionLine line) =>
    [
        site.Iso(line.AtUtc), line.By, $"{line.ById}", words[$"decided.{line.Verdict}"], line.Reason is { } reason ? words[$"reason.{reason}"] : "", line.Rule is { } rule ? words[$"rule.{rule}"] : "", line.Note ?? "",
        line.CommentId.ToString(CultureInfo.InvariantCulture), line.Name, line.Excerpt, line.UndoneUtc is { } undone ? site.Iso(undone) : "", line.WriterNote ?? "", line.Appeal ?? "",
    ];
}

/// <summary>One page of decisions, newest first.</summary>
public sealed record DecisionsPage(DecisionFilter Filter, IReadOnlyList<DecisionLine> Lines, bool HasOlder)
{
    /// <summary>The moderator's or the writer's name.</summary>
    public string? Whose { get; init; }

    public string? Older => HasOlder ? Filter.Address("/admin/comments/decisions", Lines[^1].Id) : null;
}

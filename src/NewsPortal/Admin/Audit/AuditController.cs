using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Data;

namespace NewsPortal.Admin.Audit;

/// <summary>Who did what, to be searched and taken along.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
public sealed class AuditController(NewsDb db, Words words, Site site) : AdminController
{
    private const int PageSize = 50;

    [HttpGet("/admin/audit")]
    public async Task<IActionResult> Index(AuditFilter filter, CancellationToken cancel)
    {
        var entries = await filter.Of(db.AuditEntries.AsNoTracking(), site).OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancel);
        return View(new AuditPage(filter, entries.GetRange(0, Math.Min(PageSize, entries.Count)), entries.Count > PageSize));
    }

    /// <summary>All that the filter finds, line by line as the database gives it.</summary>
    [HttpGet("/admin/audit.csv")]
    public async Task Export(AuditFilter filter, CancellationToken cancel)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        var entries = filter.Of(db.AuditEntries.AsNoTracking(), site).OrderByDescending(e => e.Id).AsAsyncEnumerable();
        await using var csv = new CsvWriter(Response.Body);
        await csv.WriteAsync([words["When"], words["Who"], words["Account"], words["What"], words["Of what"], words["Title"], words["Detail"]], cancel);
        await foreach (var entry in entries.WithCancellation(cancel))
        {
            await csv.WriteAsync(Cells(entry), cancel);
        }
    }

    private string[] Cells(AuditEntry entry)
        => [site.Iso(entry.AtUtc), entry.By, $"{entry.ById}", words[$"audit.{entry.Kind}"], entry.Subject, entry.Title, entry.Detail ?? ""];
}

public sealed record AuditPage(AuditFilter Filter, IReadOnlyList<AuditEntry> Entries, bool HasOlder)
{
    public string? Older => HasOlder ? Filter.Address("/admin/audit", Entries[^1].Id) : null;

    /// <summary>Where the subject of a line is looked after.</summary>
    public static string? AddressOf(string subject) => subject.Split(':') switch
    {
        ["article", var id] => $"/admin/articles/{id}",
        ["account", var id] => $"/admin/accounts/{id}",
        ["comment", var id] => $"/admin/comments/{id}",
        ["commenter", var id] => $"/admin/comments/people/{id}",
        ["flash", var id] => $"/admin/breaking/{id}",
        _ => null,
    };
}

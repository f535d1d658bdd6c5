using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Audit;

namespace NewsPortal.Admin.Audit;

/// <summary>Which lines of the trail are asked for, as the address says it.</summary>
public sealed record AuditFilter
{
    /// <summary>In a name, a title, a reason.</summary>
    public string? Q { get; init; }

    public AuditKind? Kind { get; init; }

    /// <summary><c>article:42</c>.</summary>
    public string? Subject { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>The line to go on from, to older ones.</summary>
    public long? Before { get; init; }

    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> trail, Site site)
    {
        var found = Kind is { } kind ? trail.Where(e => e.Kind == kind) : trail;
        found = string.IsNullOrWhiteSpace(Subject) ? found : found.Where(e => e.Subject == Subject.Trim());
        if (Since is { Year: > 1 } day)
        {
            var from = site.Days(day, day).From;
            found = found.Where(e => e.AtUtc >= from);
        }

        if (!string.IsNullOrWhiteSpace(Q))
        {
            var like = $"%{Q.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)}%";
            found = found.Where(e => EF.Functions.Like(e.Title, like, "\\") || EF.Functions.Like(e.By, like, "\\") || EF.Functions.Like(e.Detail!, like, "\\"));
        }

        return Before is { } before ? found.Where(e => e.Id < before) : found;
    }

    public string Address(string path, long? before = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("q", Q),
            ("kind", Kind?.ToString()),
            ("subject", Subject),
            ("since", Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("before", before?.ToString(CultureInfo.InvariantCulture)),
        };
        return path + QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }
}

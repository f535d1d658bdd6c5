using System.Globalization;
using NewsPortal.Accounts;
using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>Which decisions are asked for, as the address says it. Each is answered from an index, newest first.</summary>
public sealed record DecisionFilter
{
    /// <summary>A moderator's.</summary>
    public int? By { get; init; }

    /// <summary>Those on one person's comments.</summary>
    public int? Writer { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>The decision to go on from, to older ones.</summary>
    public long? Before { get; init; }

    public bool IsNarrow => By is not null || Writer is not null || Since is not null;

    public IQueryable<Decision> Of(IQueryable<Decision> decisions, Staffer me)
    {
        var found = decisions.RuledBy(me);
        found = By is { } by ? found.Where(d => d.ById == by) : found;
        found = Writer is { } writer ? found.Where(d => d.CommenterId == writer) : found;
        found = Before is { } before ? found.Where(d => d.Id < before) : found;
        return found.OrderByDescending(d => d.Id);
    }

    public DateTime? SinceUtc(Site site) => Since is { Year: > 1 } day ? site.Days(day, day).From : null;

    public string Address(string path, long? before = null)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("by", By?.ToString(CultureInfo.InvariantCulture)),
            ("writer", Writer?.ToString(CultureInfo.InvariantCulture)),
            ("since", Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("before", before?.ToString(CultureInfo.InvariantCulture)),
        };
        return path + QueryString.Create(parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => KeyValuePair.Create(part.Name, part.Value)));
    }
}

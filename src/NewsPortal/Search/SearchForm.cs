using System.Globalization;

namespace NewsPortal.Search;

/// <summary>What a reader asks for. What cannot be understood is as if it had not been said.</summary>
public sealed record SearchForm
{
    public string? Q { get; init; }

    /// <summary>A section's slug.</summary>
    public string? Section { get; init; }

    /// <summary><c>yyyy-MM-dd</c>, on the site's calendar.</summary>
    public string? Since { get; init; }

    public DateOnly? SinceDay
        => DateOnly.TryParseExact(Since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

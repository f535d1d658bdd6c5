using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;

namespace NewsPortal.Admin.Desk;

/// <summary>A planned move as the desk prints it.</summary>
public sealed record PlannedMove(int ArticleId, string Headline, ScheduledMove Move, DateTime DueUtc, string By)
{
    /// <summary>Why it has not gone out.</summary>
    public string? Error { get; init; }

    public int Attempts { get; init; }

    public int LateSeconds { get; init; }

    public bool WasDown { get; init; }

    public int LateMinutes => Math.Max(1, LateSeconds / 60);
}

public static class PlannedMoves
{
    public static IQueryable<PlannedMove> AsMoves(this IQueryable<Schedule> plans) => plans.AsNoTracking()
        .Select(s => new PlannedMove(s.ArticleId, s.Article!.Draft.Headline, s.Move, s.DueUtc, s.By)
        {
            Error = s.LastError,
            Attempts = s.Attempts,
            LateSeconds = s.LateSeconds,
            WasDown = s.WasDown,
        });
}

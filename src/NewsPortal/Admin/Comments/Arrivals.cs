using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>What has happened to an open list since it was drawn. It is told, and moves nothing.</summary>
public sealed class Arrivals(NewsDb db, QueueReader reader, Words words, TimeProvider clock)
{
    private const int Countable = 100;

    public async Task<ArrivalNews> ReadAsync(QueueFilter filter, Cursor? newest, int[] ids, Staffer me, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var shown = ids.Take(QueueReader.PageSize).ToList();
        var more = newest is { } place ? await reader.CountAfterAsync(filter, place, Countable, me, cancel) : 0;
        var left = await db.Comments.AsNoTracking().RuledBy(me).Where(c => shown.Contains(c.Id)).NotIn(filter.Queue).Select(c => new { c.Id, c.Version, c.State }).ToListAsync(cancel);
        var claims = await db.Claims.AsNoTracking().HeldByOthers(me, now).Where(c => shown.Contains(c.CommentId)).Select(c => new { c.CommentId, c.By }).ToListAsync(cancel);
        return new ArrivalNews(
            more == 0 ? null : more < Countable ? words.Count("more", more) : words["more.manymore", Countable - 1],
            left.ConvertAll(c => new CommentMark(c.Id, c.Version, StateWords.Shape(c.State), words[$"comment.{c.State}"])),
            claims.ConvertAll(c => new ClaimNews(c.CommentId, words["{0} reads this", c.By])));
    }
}

/// <param name="More">How many have come, in words; null when none has.</param>
public sealed record ArrivalNews(string? More, IReadOnlyList<CommentMark> Marks, IReadOnlyList<ClaimNews> Claims);

public sealed record ClaimNews(int Id, string Words);

using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>How many comments stand in each queue, of those that somebody rules: a handful of rows that are kept, not counted.</summary>
public sealed class QueueCounts(NewsDb db)
{
    public async Task<IReadOnlyDictionary<CommentQueue, int>> ReadAsync(Staffer me, CancellationToken cancel)
    {
        var sections = me.SectionIds;
        var counts = me.IsUnbound ? db.QueueCounts : db.QueueCounts.Where(c => sections.Contains(c.SectionId));
        return await counts.GroupBy(c => c.Queue).ToDictionaryAsync(group => group.Key, group => group.Sum(c => c.Count), cancel);
    }
}

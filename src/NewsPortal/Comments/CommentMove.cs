using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>Where a comment stood and where it stands once it is saved.</summary>
/// <param name="From">Null where it is new.</param>
/// <param name="Undone">The decision that is taken back with it, if one is.</param>
internal sealed record CommentMove(Comment Comment, CommentState? From, int FromReports, int? FromSection, Decision? Undone)
{
    public bool IsMove => From != Comment.State || FromReports != Comment.Reports;

    /// <summary>By how many more readers see.</summary>
    public int Shown => Comment.Kind == CommentKind.Comment ? By(CommentState.Approved) : 0;

    private bool WaitsAgain => From is CommentState.Approved or CommentState.Rejected or CommentState.Spam && Comment.State == CommentState.Pending;

    private int Section => Comment.SectionId ?? QueueCount.NoSection;

    public static CommentMove Of(EntityEntry<Comment> entry, Decision? undone) => entry.State == EntityState.Added
        ? new CommentMove(entry.Entity, null, 0, null, Undone: null)
        : new CommentMove(
            entry.Entity,
            entry.Property(c => c.State).OriginalValue,
            entry.Property(c => c.Reports).OriginalValue,
            entry.Property(c => c.SectionId).OriginalValue,
            undone);

    public int By(CommentState state) => (Comment.State == state ? 1 : 0) - (From == state ? 1 : 0);

    public IEnumerable<((int Section, CommentQueue Queue) Key, int By)> Queues()
    {
        var left = From is { } state ? CommentQueues.Of(state, FromReports).Select(queue => ((FromSection ?? QueueCount.NoSection, queue), -1)) : [];
        return left.Concat(CommentQueues.Of(Comment.State, Comment.Reports).Select(queue => ((Section, queue), 1)));
    }

    /// <summary>It began to wait, for the first time or again; somebody decided after a while, or took that back.</summary>
    public IEnumerable<((DateTime Hour, int Section, ServiceMeasure Measure) Key, int By)> Hours()
    {
        if (From is null && Comment.State == CommentState.Pending)
        {
            yield return Began;
        }
        else if (From == CommentState.Pending && Comment.DecidedUtc is { } decided && Comment.State is not (CommentState.Pending or CommentState.Withdrawn or CommentState.Erased))
        {
            yield return (Waited(decided), 1);
        }
        else if (WaitsAgain && Undone is { Rule: not DecisionRule.PostModerated } undone)
        {
            yield return (Waited(undone.AtUtc), -1);
        }
        else if (WaitsAgain)
        {
            // What a rule showed at once was never counted as waiting: taking that back begins it.
            yield return Began;
        }
    }

    /// <summary>Deciding rules on what is open; taking the decision back opens it again.</summary>
    public async Task RuleReportsAsync(NewsDb db, CancellationToken cancel)
    {
        var (id, ruled) = (Comment.Id, Comment.DecidedUtc);
        if (FromReports > 0 && Comment.Reports == 0)
        {
            await db.Reports.Where(r => r.CommentId == id && r.RuledUtc == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.RuledUtc, ruled), cancel);
        }
        else if (Undone is { FromReports: > 0 })
        {
            var undone = Undone.AtUtc;
            await db.Reports.Where(r => r.CommentId == id && r.RuledUtc == undone).ExecuteUpdateAsync(set => set.SetProperty(r => r.RuledUtc, (DateTime?)null), cancel);
        }
    }

    private ((DateTime, int, ServiceMeasure) Key, int By) Began => ((ServiceHour.Of(Comment.QueuedUtc), Section, ServiceMeasure.Arrived), 1);

    private (DateTime, int, ServiceMeasure) Waited(DateTime decided) => (ServiceHour.Of(decided), Section, ServiceHour.MeasureOf(decided - Comment.QueuedUtc));
}

/// <summary>A story that goes to another section takes its comments along.</summary>
internal sealed record MovedStory(int Id, int? From, int? To)
{
    public async Task MoveCommentsAsync(NewsDb db, CancellationToken cancel)
    {
        var standing = await db.Comments.Where(c => c.ArticleId == Id && c.SectionId == From).GroupBy(c => c.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(cancel);
        if (standing.Count == 0)
        {
            return;
        }

        var reported = await db.Comments.CountAsync(c => c.ArticleId == Id && c.SectionId == From && c.Reports > 0, cancel);
        var counts = standing.SelectMany(row => CommentQueues.Of(row.State, reports: 0).Select(queue => (Queue: queue, row.Count))).Append((CommentQueue.Reported, reported)).Where(row => row.Item2 > 0).ToList();
        await db.Comments.Where(c => c.ArticleId == Id && c.SectionId == From).ExecuteUpdateAsync(set => set.SetProperty(c => c.SectionId, To), cancel);
        await QueueTally.AddAsync(
            db,
            counts.SelectMany(row => new[] { KeyValuePair.Create((From ?? QueueCount.NoSection, row.Item1), -row.Item2), KeyValuePair.Create((To ?? QueueCount.NoSection, row.Item1), row.Item2) }),
            cancel);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NewsPortal.Articles;
using NewsPortal.Comments.Guard;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>
/// Moves every counter that hangs on comments, in the transaction that saves them, whatever verb moved them: no verb can
/// forget one. A counter is added to where it lies, so two moderators on one story do not stand in each other's way.
/// </summary>
internal sealed class CommentTally
{
    /// <summary>Who keeps comments, reports or decisions takes it first: limits hold for all of them together.</summary>
    public const string Turn = "comments";

    private readonly List<CommentMove> moves;
    private readonly List<MovedStory> stories;
    private readonly SpamLessons lessons;

    private CommentTally(List<CommentMove> moves, List<MovedStory> stories, SpamLessons lessons) => (this.moves, this.stories, this.lessons) = (moves, stories, lessons);

    /// <summary>Some counter has to move.</summary>
    public bool Counts => moves.Count > 0 || stories.Count > 0 || lessons.Any;

    /// <summary>Looks at what is about to be saved.</summary>
    public static CommentTally Of(ChangeTracker tracked)
    {
        var undone = tracked.Entries<Decision>().Where(entry => entry.State == EntityState.Modified && entry.Property(d => d.UndoneUtc).IsModified).ToLookup(entry => entry.Entity.CommentId, entry => entry.Entity);
        List<CommentMove> moves = [.. tracked.Entries<Comment>().Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Select(entry => CommentMove.Of(entry, undone[entry.Entity.Id].FirstOrDefault())).Where(move => move.IsMove)];
        List<MovedStory> stories = [.. tracked.Entries<Article>().Where(entry => entry.State == EntityState.Modified && entry.Property(a => a.SectionId).IsModified)
            .Select(entry => new MovedStory(entry.Entity.Id, entry.Property(a => a.SectionId).OriginalValue, entry.Entity.SectionId))];
        return new CommentTally(moves, stories, SpamLessons.Of(tracked, moves));
    }

    /// <summary>After they are saved, when new ones have their numbers.</summary>
    public async Task ApplyAsync(NewsDb db, CancellationToken cancel)
    {
        foreach (var story in stories)
        {
            await story.MoveCommentsAsync(db, cancel);
        }

        await lessons.LearnAsync(db, cancel);
        if (moves.Count == 0)
        {
            return;
        }

        await QueueTally.AddAsync(db, Summed(moves.SelectMany(move => move.Queues())), cancel);
        await ServiceTally.AddAsync(db, Summed(moves.SelectMany(move => move.Hours())), cancel);
        await CountStoriesAsync(db, cancel);
        await CountRepliesAsync(db, cancel);
        await CountCommentersAsync(db, cancel);
        foreach (var move in moves)
        {
            await move.RuleReportsAsync(db, cancel);
        }
    }

    private static IEnumerable<KeyValuePair<TKey, int>> Summed<TKey>(IEnumerable<(TKey Key, int By)> counts)
        where TKey : notnull
        => counts.GroupBy(count => count.Key).Select(group => KeyValuePair.Create(group.Key, group.Sum(count => count.By))).Where(pair => pair.Value != 0);

    private async Task CountStoriesAsync(NewsDb db, CancellationToken cancel)
    {
        foreach (var ofStory in moves.Where(move => move.Shown != 0).GroupBy(move => move.Comment.ArticleId).OrderBy(group => group.Key))
        {
            var (id, by) = (ofStory.Key, ofStory.Sum(move => move.Shown));
            await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, a => a.CommentCount + by), cancel);
            var story = await db.Articles.AsNoTracking().Where(a => a.Id == id).Select(a => new StoryCounted(a.CommentCount, a.SectionId, a.PublishedUtc)).SingleAsync(cancel);
            if (db.ChangeTracker.Entries<Article>().FirstOrDefault(entry => entry.Entity.Id == id) is { } tracked)
            {
                (tracked.Property(a => a.CommentCount).OriginalValue, tracked.Property(a => a.CommentCount).CurrentValue) = (story.Count, story.Count);
            }

            var shown = ofStory.Where(move => move.Shown > 0).ToList();
            var before = story.Count - by;
            shown.ForEach(move => move.Comment.Count(story with { Count = ++before }));
        }
    }

    private async Task CountRepliesAsync(NewsDb db, CancellationToken cancel)
    {
        foreach (var (root, by) in Summed(moves.Where(move => move.Comment.RootId is not null).Select(move => (move.Comment.RootId!.Value, move.Shown))).OrderBy(pair => pair.Key))
        {
            await db.Comments.Where(c => c.Id == root).ExecuteUpdateAsync(set => set.SetProperty(c => c.ApprovedReplies, c => c.ApprovedReplies + by), cancel);
        }
    }

    private async Task CountCommentersAsync(NewsDb db, CancellationToken cancel)
    {
        foreach (var theirs in moves.Where(move => move.Comment.CommenterId is not null).GroupBy(move => move.Comment.CommenterId!.Value).OrderBy(group => group.Key))
        {
            int By(CommentState state) => theirs.Sum(move => move.By(state));
            var (id, approved, rejected, spam) = (theirs.Key, By(CommentState.Approved), By(CommentState.Rejected), By(CommentState.Spam));
            if ((approved, rejected, spam) == (0, 0, 0))
            {
                continue;
            }

            var last = theirs.Where(move => move.By(CommentState.Rejected) > 0).Max(move => move.Comment.DecidedUtc);
            await db.Commenters.Where(c => c.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Approved, c => c.Approved + approved).SetProperty(c => c.Rejected, c => c.Rejected + rejected)
                    .SetProperty(c => c.Spam, c => c.Spam + spam).SetProperty(c => c.LastRejectedUtc, c => last ?? c.LastRejectedUtc),
                cancel);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>
/// Learns from what moderators decide, and unlearns what they take back and what is erased, in the same transaction: what
/// is known is at every moment what their standing decisions say. A rule's decision teaches nothing, or the machine would
/// learn its own mistakes; nor does a rejection, since rude is not spam.
/// </summary>
internal sealed class SpamLessons
{
    private readonly List<Decision> decisions;
    private readonly Dictionary<int, string> erased;
    private readonly Dictionary<long, (int Spam, int Honest)> learned = [];

    private SpamLessons(List<Decision> decisions, Dictionary<int, string> erased) => (this.decisions, this.erased) = (decisions, erased);

    /// <summary>Something may be learned or unlearned.</summary>
    public bool Any => decisions.Count > 0 || erased.Count > 0;

    /// <summary>Looks at what is about to be saved.</summary>
    public static SpamLessons Of(ChangeTracker tracked, IEnumerable<CommentMove> moves)
    {
        var erased = moves.Where(move => move is { From: not null, Comment.State: CommentState.Erased })
            .ToDictionary(move => move.Comment.Id, move => tracked.Context.Entry(move.Comment).Property(c => c.Body).OriginalValue);
        return new SpamLessons(
            [.. tracked.Entries<Decision>().Where(entry => entry.State is EntityState.Added or EntityState.Modified && entry.Entity.Rule is null).Select(entry => entry.Entity)],
            erased);
    }

    /// <summary>After it is saved.</summary>
    public async Task LearnAsync(NewsDb db, CancellationToken cancel)
    {
        var decided = decisions.Select(decision => decision.CommentId).Except(erased.Keys).ToList();
        List<int> concerned = [.. decided, .. erased.Keys];
        if (concerned.Count == 0)
        {
            return;
        }

        var lessons = await db.SpamLessons.Where(lesson => concerned.Contains(lesson.CommentId)).ToDictionaryAsync(lesson => lesson.CommentId, cancel);
        foreach (var (id, body) in erased)
        {
            Take(db, id, body, lessons.GetValueOrDefault(id), now: null);
        }

        await ReadAsync(db, decided, lessons, cancel);
        await CountAsync(db, cancel);
    }

    private async Task ReadAsync(NewsDb db, List<int> decided, Dictionary<int, SpamLesson> lessons, CancellationToken cancel)
    {
        var standing = await db.Comments.AsNoTracking().Where(c => decided.Contains(c.Id)).Select(c => new
        {
            c.Id,
            c.Body,
            Verdict = c.Decisions.Where(d => d.UndoneUtc == null && d.Rule == null).OrderByDescending(d => d.Id).Select(d => (CommentState?)d.Verdict).FirstOrDefault(),
        }).OrderBy(c => c.Id).ToListAsync(cancel);
        foreach (var comment in standing)
        {
            Take(db, comment.Id, comment.Body, lessons.GetValueOrDefault(comment.Id), comment.Verdict switch
            {
                CommentState.Spam => true,
                CommentState.Approved => false,
                _ => null,
            });
        }
    }

    private void Take(NewsDb db, int id, string body, SpamLesson? lesson, bool? now)
    {
        if (lesson?.IsSpam == now)
        {
            return;
        }

        foreach (var hash in SpamWords.Of(body).Keys.Append(SpamWord.Every))
        {
            var (spam, honest) = learned.GetValueOrDefault(hash);
            learned[hash] = (spam + Step(now, lesson, isSpam: true), honest + Step(now, lesson, isSpam: false));
        }

        if (lesson is null)
        {
            db.Add(new SpamLesson { CommentId = id, IsSpam = now!.Value });
        }
        else if (now is { } other)
        {
            lesson.IsSpam = other;
        }
        else
        {
            db.Remove(lesson);
        }
    }

    private static int Step(bool? now, SpamLesson? before, bool isSpam) => (now == isSpam ? 1 : 0) - (before?.IsSpam == isSpam ? 1 : 0);

    // Words that moved by the same are one statement.
    private async Task CountAsync(NewsDb db, CancellationToken cancel)
    {
        foreach (var group in learned.Where(word => word.Value != default).GroupBy(word => word.Value, word => word.Key).OrderBy(group => group.Key))
        {
            var (hashes, (spam, honest)) = (group.Order().ToList(), group.Key);
            var known = await db.SpamWords.Where(word => hashes.Contains(word.Hash)).Select(word => word.Hash).ToListAsync(cancel);
            await db.SpamWords.Where(word => hashes.Contains(word.Hash)).ExecuteUpdateAsync(
                set => set.SetProperty(word => word.Spam, word => word.Spam + spam).SetProperty(word => word.Honest, word => word.Honest + honest), cancel);
            await db.SpamWords.Where(word => hashes.Contains(word.Hash) && word.Spam <= 0 && word.Honest <= 0).ExecuteDeleteAsync(cancel);
            db.AddRange(hashes.Except(known).Select(hash => new SpamWord { Hash = hash, Spam = spam, Honest = honest }));
        }
    }
}

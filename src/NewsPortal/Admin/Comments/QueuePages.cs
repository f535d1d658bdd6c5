using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Puts the page of a queue together.</summary>
public sealed class QueuePages(NewsDb db, QueueReader reader, QueueCounts counts, CaseReader cases, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="filter">Which queue, narrowed to what.</param>
    /// <param name="at">The comment to open; null: the first that no colleague reads.</param>
    /// <param name="me">Whose desk it is.</param>
    /// <param name="cancel">Stops reading.</param>
    public async Task<QueuePage> ReadAsync(QueueFilter filter, int? at, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var list = await reader.ReadAsync(filter, me, cancel);
        var rows = await DressedAsync(list.Rows, me, cancel);
        var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancel);
        return new QueuePage(filter, list with { Rows = rows }, Now)
        {
            Me = me,
            Counts = await counts.ReadAsync(me, cancel),
            OldestUtc = await reader.OldestAsync(CommentQueue.Pending, me, cancel),
            Case = await CaseAsync(filter, rows, at, me, cancel),
            Sections = [.. sections.Where(section => me.WorksFor(section.Id))],
            Narrowed = await NarrowedAsync(filter, me, cancel),
            Surges = await db.OnAsync(me, Now, cancel),
        };
    }

    private async Task<CommentCase?> CaseAsync(QueueFilter filter, IReadOnlyList<QueueRow> rows, int? at, Staffer me, CancellationToken cancel)
    {
        var opened = at ?? (rows.FirstOrDefault(row => row.ClaimedBy is null) ?? (rows.Count > 0 ? rows[0] : null))?.Id;
        return opened is { } id ? await OpenAsync(id, filter, rows, me, cancel) : null;
    }

    /// <summary>A comment as it is opened from a list; null when it is not theirs.</summary>
    public async Task<CommentCase?> OpenAsync(int id, QueueFilter filter, IReadOnlyList<QueueRow> rows, Staffer me, CancellationToken cancel)
    {
        var next = rows.SkipWhile(row => row.Id != id).Skip(1).Concat(rows.TakeWhile(row => row.Id != id)).FirstOrDefault(row => row.ClaimedBy is null);
        return await cases.ReadAsync(id, me, cancel) is { } found
            ? found with { Back = filter.Address(), NextId = next?.Id, NextAddress = next is null ? null : filter.Address(at: next.Id) }
            : null;
    }

    private async Task<IReadOnlyList<QueueRow>> DressedAsync(IReadOnlyList<QueueRow> rows, Staffer me, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var holds = (await db.Holds.AsNoTracking().Where(h => ids.Contains(h.CommentId)).OrderBy(h => h.Id).Select(h => new { h.CommentId, h.Kind }).ToListAsync(cancel)).ToLookup(h => h.CommentId, h => h.Kind);
        var claims = await db.Claims.AsNoTracking().HeldByOthers(me, Now).Where(c => ids.Contains(c.CommentId)).ToDictionaryAsync(c => c.CommentId, c => c.By, cancel);
        var alike = await AlikeAsync(rows, me, cancel);
        var writers = rows.Select(row => row.CommenterId).ToList();
        var known = (await db.Commenters.Where(CommenterQueries.AreTrusted).Where(c => writers.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancel)).ToHashSet();
        // Of those that say nearly the same the first stands for all.
        return [.. rows.Where(row => row.Fingerprint == 0 || row.State != CommentState.Pending || rows.First(other => other.Fingerprint == row.Fingerprint && other.State == CommentState.Pending) == row)
            .Select(row => row with
            {
                Holds = [.. holds[row.Id].Distinct()],
                IsKnown = row.CommenterId is { } writer && known.Contains(writer),
                ClaimedBy = claims.GetValueOrDefault(row.Id),
                Alike = row.State == CommentState.Pending ? Math.Max(0, alike.GetValueOrDefault(row.Fingerprint) - 1) : 0,
            })];
    }

    private async Task<Dictionary<long, int>> AlikeAsync(IReadOnlyList<QueueRow> rows, Staffer me, CancellationToken cancel)
    {
        var prints = rows.Where(row => row is { State: CommentState.Pending, Fingerprint: not 0 }).Select(row => row.Fingerprint).Distinct().ToList();
        if (prints.Count == 0)
        {
            return [];
        }

        var same = await db.Comments.RuledBy(me).Where(c => c.State == CommentState.Pending && c.Fingerprint != 0 && prints.Contains(c.Fingerprint))
            .OrderBy(c => c.Fingerprint).ThenBy(c => c.Id).Take(QueueReader.Window).Select(c => c.Fingerprint).ToListAsync(cancel);
        return same.CountBy(print => print).ToDictionary();
    }

    private async Task<string?> NarrowedAsync(QueueFilter filter, Staffer me, CancellationToken cancel)
    {
        var story = filter.Story is { } id ? await db.Articles.Where(a => a.Id == id).Select(a => new { a.Headline, a.SectionId }).FirstOrDefaultAsync(cancel) : null;
        var writer = filter.Writer is { } person ? await db.Commenters.RuledBy(me, db.Comments).Where(c => c.Id == person).Select(c => c.Name).FirstOrDefaultAsync(cancel) : null;
        string[] names = [.. new[] { me.WorksFor(story?.SectionId) ? story?.Headline : null, writer }.OfType<string>()];
        return names.Length == 0 ? null : string.Join(" · ", names);
    }
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Admin.Live;

/// <summary>Puts the pages of live coverage together.</summary>
public sealed class LiveDeskPages(NewsDb db, Site site)
{
    private const int Size = 30;
    private const int MostListed = 50;

    public static string AddressOf(int storyId) => FormattableString.Invariant($"/admin/articles/{storyId}/live");

    public static string AddressOf(Entry entry) => FormattableString.Invariant($"{AddressOf(entry.ArticleId)}/entries/{entry.Id}");

    /// <summary>The coverages this person may write to: those that go on first.</summary>
    public Task<List<LiveRow>> ListAsync(Staffer me, CancellationToken cancel)
    {
        var visible = db.Entries.OpenTo(me, db.Coverages).Where(e => e.Order == 0 && e.State == EntryState.Waiting);
        return db.Coverages.AsNoTracking().OpenTo(me).OrderBy(c => c.ClosedUtc != null).ThenByDescending(c => c.StartedUtc).Take(MostListed)
            .Select(c => new LiveRow(c.ArticleId, c.Article!.Draft.Headline, c.StartedUtc, c.ClosedUtc, visible.Count(e => e.ArticleId == c.ArticleId)))
            .ToListAsync(cancel);
    }

    /// <returns>Null where nothing is covered, or not by this person.</returns>
    public async Task<LiveDeskPage?> ReadAsync(int storyId, EntryForm form, int? before, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var coverage = await db.Coverages.AsNoTracking().OpenTo(me).Include(c => c.Article!.Draft).FirstOrDefaultAsync(c => c.ArticleId == storyId, cancel);
        if (coverage is null)
        {
            return null;
        }

        var sent = await SentAsync(storyId, before ?? int.MaxValue, cancel);
        return new LiveDeskPage(coverage, form, me)
        {
            Waiting = await WaitingAsync(storyId, me, cancel),
            Sent = sent.GetRange(0, Math.Min(Size, sent.Count)),
            HasOlder = sent.Count > Size,
            Authors = await AuthorsAsync(cancel),
        };
    }

    /// <returns>Null where it is not this person's.</returns>
    public async Task<EntryPage?> ReadEntryAsync(int storyId, int id, EntryForm? form, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var entry = await db.Entries.AsNoTracking().OpenTo(me, db.Coverages).Include(e => e.Coverage!.Article!.Draft)
            .FirstOrDefaultAsync(e => e.Id == id && e.ArticleId == storyId, cancel);
        if (entry is null)
        {
            return null;
        }

        var subject = Changes.CacheTag.Entry(id);
        return new EntryPage(entry, form ?? EntryForm.Of(entry, site.Zone), me)
        {
            Authors = await AuthorsAsync(cancel),
            History = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject).OrderByDescending(e => e.Id).ToListAsync(cancel),
        };
    }

    private Task<List<Entry>> SentAsync(int storyId, int before, CancellationToken cancel)
        => db.Entries.AsNoTracking().Include(e => e.Author)
            .Where(e => e.ArticleId == storyId && e.Order > 0 && e.Order < before)
            .OrderByDescending(e => e.Order).Take(Size + 1).ToListAsync(cancel);

    private Task<List<Entry>> WaitingAsync(int storyId, Staffer me, CancellationToken cancel)
        => db.Entries.AsNoTracking().OpenTo(me, db.Coverages).Include(e => e.Author)
            .Where(e => e.ArticleId == storyId && e.Order == 0 && (e.State == EntryState.Waiting || (e.State == EntryState.SentBack && e.WrittenById == me.Id)))
            .OrderBy(e => e.Id).ToListAsync(cancel);

    private Task<List<Choice>> AuthorsAsync(CancellationToken cancel)
        => db.Authors.OrderBy(a => a.Name).Select(a => new Choice(a.Id, a.Name)).ToListAsync(cancel);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Breaking;
using NewsPortal.Data;

namespace NewsPortal.Admin.Breaking;

/// <summary>Puts the pages of the flash desk together.</summary>
public sealed class BreakingPages(NewsDb db, BreakingSettings settings, FreshnessMeter meter, Site site, TimeProvider clock)
{
    public const string Address = "/admin/breaking";

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<BreakingPage> ReadAsync(FlashForm form, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return BreakingPage.ReadAsync(db, settings, me, form, DeskDay.Of(site, Now), cancel);
    }

    /// <summary>A form to fill in: an empty one, one that follows a flash up, or one for a story.</summary>
    public async Task<FlashForm> BeginAsync(int? follow, int? story, Staffer me, CancellationToken cancel)
    {
        var form = new FlashForm { Key = Guid.NewGuid(), SectionId = me.IsUnbound ? null : me.SectionIds[0] };
        if (await db.Flashes.RuledBy(me).FirstOrDefaultAsync(f => f.Id == follow, cancel) is { } flash)
        {
            (form.FollowsId, form.Text, form.SectionId, form.Level) = (flash.Id, flash.Text, flash.SectionId, FlashLevel.Developing);
            form.To = flash.ArticleId?.ToString(CultureInfo.InvariantCulture);
        }
        else if (await db.LinkableTo(me).Include(a => a.Draft).AsNoTracking().FirstOrDefaultAsync(a => a.Id == story, cancel) is { } article)
        {
            (form.Text, form.To) = (article.Draft.Headline, article.Id.ToString(CultureInfo.InvariantCulture));
            form.SectionId = me.WorksFor(article.Draft.SectionId) ? article.Draft.SectionId : form.SectionId;
        }

        return form;
    }

    /// <summary>One flash with all that was done to it.</summary>
    public async Task<FlashPage?> ReadAsync(int id, FlashMoveForm form, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await db.Flashes.RuledBy(me).Where(f => f.Id == id).AsRows().FirstOrDefaultAsync(cancel) is not { } row)
        {
            return null;
        }

        var subject = FormattableString.Invariant($"flash:{id}");
        return new FlashPage(row, form, Now)
        {
            History = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject).OrderByDescending(e => e.Id).ToListAsync(cancel),
            Follows = await db.Flashes.Followed().Where(f => f.ReplacedById == id).AsRows().FirstOrDefaultAsync(cancel),
            Stories = await db.StoriesAsync(me, form.Words, form.To ?? row.Line.StoryId?.ToString(CultureInfo.InvariantCulture), cancel),
        };
    }

    /// <summary>The story that a form names; null when a flash of this person cannot lead there.</summary>
    public Task<int?> StoryAsync(string? id, Staffer me, CancellationToken cancel)
        => db.LinkableTo(me, id).Select(a => (int?)a.Id).FirstOrDefaultAsync(cancel);

    /// <summary>What ended before a place in the list, newest first.</summary>
    public async Task<FlashHistory> HistoryAsync(Cursor? before, CancellationToken cancel)
    {
        var ended = db.Flashes.EndedFirst(Now);
        if (before is { } place)
        {
            ended = ended.Where(f => f.EndsUtc <= place.Utc && (f.EndsUtc < place.Utc || f.Id < place.Id));
        }

        var rows = await ended.Take(FlashHistory.Size + 1).AsRows().ToListAsync(cancel);
        return new FlashHistory(rows.GetRange(0, Math.Min(FlashHistory.Size, rows.Count)), rows.Count > FlashHistory.Size);
    }

    /// <summary>Has somebody look how soon readers see what was just done; the desk's address, which will show it.</summary>
    public async Task<string> MeasuredAsync(long since, Flash flash, CancellationToken cancel)
    {
        var shown = await db.Flashes.OnAir(Now).InOrder().Take(settings.MostOnAir).AsLines().ToListAsync(cancel);
        var section = await db.Sections.Where(s => s.Id == flash.SectionId).Select(s => s.Slug).FirstOrDefaultAsync(cancel);
        var measured = meter.Begin(since, shown.ConvertAll(ShownFlash.Of), section);
        return string.Create(CultureInfo.InvariantCulture, $"{Address}?flash={flash.Id}&measured={measured}");
    }
}

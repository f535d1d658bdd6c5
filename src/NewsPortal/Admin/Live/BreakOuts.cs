using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Admin.Live;

/// <summary>Makes stories of entries.</summary>
public sealed class BreakOuts(NewsDb db, StoryBodies bodies, SiteDates dates, Words words, TimeProvider clock)
{
    /// <summary>A story to be written on: the entry's words and author, and where readers had them first.</summary>
    public async Task<Article> BeginAsync(Entry entry, Staffer me, CancellationToken cancel)
    {
        var covered = await db.Articles.AsNoTracking().Include(a => a.Draft).Include(a => a.Section).FirstAsync(a => a.Id == entry.ArticleId, cancel);
        // A picture alone has no words.
        var headline = entry.Headline ?? (entry.Plain.Length > 0 ? Shortened(entry.Plain) : covered.Draft.Headline);
        var copy = new Copy
        {
            Headline = headline,
            Slug = Slug.Of(headline),
            SectionId = covered.Draft.SectionId,
            Language = covered.Draft.Copy.Language,
            Body = $"{entry.Words}\n\n{LinkBack(entry, covered)}",
            Bylines = entry.AuthorId is { } author ? [new BylineCopy(author, Place: entry.Place)] : [],
            RelatedIds = [covered.Id],
        };
        var body = await bodies.RenderAsync(copy.Body, copy.Language, cancel);
        return Article.Start(ArticleKind.Story, copy, body, me.Signature, clock.GetUtcNow().UtcDateTime);
    }

    private string LinkBack(Entry entry, Article covered)
    {
        var address = StoryAddress.Of(covered.Section?.Slug, covered.Draft.Copy.Slug, covered.Id);
        var told = words["From our live coverage, {0}", dates.Stamp(entry.SentUtc ?? entry.WrittenUtc)];
        return FormattableString.Invariant($"[{told}]({address}?entry={entry.Id}#entry-{entry.Id})");
    }

    private static string Shortened(string plain)
    {
        if (plain.Length <= Entry.HeadlineLength)
        {
            return plain;
        }

        var end = plain.LastIndexOf(' ', Entry.HeadlineLength);
        return $"{plain[..(end > 0 ? end : Entry.HeadlineLength)]}…";
    }
}

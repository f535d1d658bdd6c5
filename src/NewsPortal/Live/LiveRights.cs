using NewsPortal.Accounts;

namespace NewsPortal.Live;

/// <summary>Whose coverages and entries are whose. It stands in the queries, so that what is not theirs is not found.</summary>
public static class LiveRights
{
    /// <summary>To which coverages this person may write: those of their sections, or all.</summary>
    public static IQueryable<Coverage> OpenTo(this IQueryable<Coverage> coverages, Staffer who)
    {
        if (!who.MayWrite)
        {
            return coverages.Where(c => false);
        }

        var sections = who.SectionIds;
        return who.IsUnbound ? coverages : coverages.Where(c => sections.Contains((c.Article!.SectionId ?? c.Article.Draft.SectionId) ?? 0));
    }

    /// <summary>Which of them this person may close, sum up and pin in, and whose entries they send, edit and delete.</summary>
    public static IQueryable<Coverage> RuledBy(this IQueryable<Coverage> coverages, Staffer who)
        => who.MayPublish ? coverages.OpenTo(who) : coverages.Where(c => false);

    /// <summary>What this person may see and edit: who sends, everything; a contributor what they wrote and nobody has sent.</summary>
    public static IQueryable<Entry> OpenTo(this IQueryable<Entry> entries, Staffer who, IQueryable<Coverage> coverages)
    {
        var theirs = coverages.OpenTo(who).Select(c => c.ArticleId);
        var open = entries.Where(e => theirs.Contains(e.ArticleId));
        return who.MayPublish ? open
            : open.Where(e => e.WrittenById == who.Id && (e.State == EntryState.Waiting || e.State == EntryState.SentBack));
    }

    /// <summary>What this person may send, pin and take from readers.</summary>
    public static IQueryable<Entry> RuledBy(this IQueryable<Entry> entries, Staffer who, IQueryable<Coverage> coverages)
        => who.MayPublish ? entries.OpenTo(who, coverages) : entries.Where(e => false);
}

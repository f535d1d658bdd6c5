using NewsPortal.Accounts;

namespace NewsPortal.Articles;

/// <summary>Whose stories are whose. It stands in the queries, so that what is not theirs is not found.</summary>
public static class ArticleRights
{
    /// <summary>What this person may read and write at the desk: contributors their own, editors those of their sections too.</summary>
    public static IQueryable<Article> OpenTo(this IQueryable<Article> articles, Staffer who)
    {
        if (!who.MayWrite)
        {
            return articles.Where(a => false);
        }

        if (!who.MayPublish)
        {
            return articles.Where(a => a.StartedById == who.Id);
        }

        var sections = who.SectionIds;
        return who.IsUnbound
            ? articles
            : articles.Where(a => a.StartedById == who.Id
                || (a.Draft.SectionId != null && sections.Contains(a.Draft.SectionId.Value))
                || (a.SectionId != null && sections.Contains(a.SectionId.Value)));
    }

    /// <summary>
    /// What this person may approve, publish, plan and withdraw. Whoever is bound to sections moves nothing out of
    /// another's: both where the story stands and where it goes have to be theirs.
    /// </summary>
    public static IQueryable<Article> RuledBy(this IQueryable<Article> articles, Staffer who)
    {
        if (!who.MayPublish)
        {
            return articles.Where(a => false);
        }

        var sections = who.SectionIds;
        return who.IsUnbound
            ? articles
            : articles.Where(a => a.Draft.SectionId != null && sections.Contains(a.Draft.SectionId.Value)
                && (a.PublishedUtc == null || (a.SectionId != null && sections.Contains(a.SectionId.Value))));
    }

    /// <summary><see cref="RuledBy"/> of one story, for what its page offers.</summary>
    public static bool MayRule(this Staffer who, Article article)
        => who.MayPublish && (who.IsUnbound
            || (who.WorksFor(article.Draft.SectionId) && (article.PublishedUtc is null || who.WorksFor(article.SectionId))));
}

using NewsPortal.Accounts;

namespace NewsPortal.Comments;

/// <summary>Whose comments are whose. It stands in the query, so that what is not theirs is not found.</summary>
public static class CommentRights
{
    /// <summary>What this person may decide on: comments on stories of their sections, or all.</summary>
    public static IQueryable<Comment> RuledBy(this IQueryable<Comment> comments, Staffer who)
    {
        if (!who.MayModerate)
        {
            return comments.Where(c => false);
        }

        var sections = who.SectionIds;
        return who.IsUnbound ? comments : comments.Where(c => c.SectionId != null && sections.Contains(c.SectionId.Value));
    }

    /// <summary>What goes on under stories of their sections, or all.</summary>
    public static IQueryable<Surge> RuledBy(this IQueryable<Surge> surges, Staffer who)
    {
        if (!who.MayModerate)
        {
            return surges.Where(s => false);
        }

        var sections = who.SectionIds;
        return who.IsUnbound ? surges : surges.Where(s => s.Article!.SectionId != null && sections.Contains(s.Article.SectionId.Value));
    }

    /// <summary>Decisions on those comments. Each keeps the section of its comment.</summary>
    public static IQueryable<Decision> RuledBy(this IQueryable<Decision> decisions, Staffer who)
    {
        if (!who.MayModerate)
        {
            return decisions.Where(d => false);
        }

        var sections = who.SectionIds;
        return who.IsUnbound ? decisions : decisions.Where(d => d.SectionId != null && sections.Contains(d.SectionId.Value));
    }

    /// <summary>Bans that began at those comments.</summary>
    public static IQueryable<Ban> RuledBy(this IQueryable<Ban> bans, Staffer who)
    {
        if (!who.MayModerate)
        {
            return bans.Where(b => false);
        }

        var sections = who.SectionIds;
        return who.IsUnbound ? bans : bans.Where(b => b.SectionId != null && sections.Contains(b.SectionId.Value));
    }

    /// <summary>Whoever wrote one of those comments.</summary>
    /// <param name="commenters">Of whom.</param>
    /// <param name="who">Whose desk it is.</param>
    /// <param name="comments">All there are.</param>
    public static IQueryable<Commenter> RuledBy(this IQueryable<Commenter> commenters, Staffer who, IQueryable<Comment> comments)
    {
        var ruled = comments.RuledBy(who);
        return who is { MayModerate: true, IsUnbound: true } ? commenters : commenters.Where(c => ruled.Any(said => said.CommenterId == c.Id));
    }
}

using NewsPortal.Accounts;

namespace NewsPortal.Breaking;

/// <summary>Whose flashes are whose. It stands in the query, so that what is not theirs is not found.</summary>
public static class FlashRights
{
    /// <summary>What this person may correct, follow up, order and end: those of their sections, or all.</summary>
    public static IQueryable<Flash> RuledBy(this IQueryable<Flash> flashes, Staffer who)
    {
        if (!who.MayPublish)
        {
            return flashes.Where(f => false);
        }

        var sections = who.SectionIds;
        return who.IsUnbound ? flashes : flashes.Where(f => f.SectionId != null && sections.Contains(f.SectionId.Value));
    }

    /// <summary><see cref="RuledBy"/> of one flash, for what its page offers.</summary>
    public static bool MayRule(this Staffer who, Flash flash) => who.MayPublish && who.WorksFor(flash.SectionId);
}

namespace NewsPortal.Articles.Previewing;

public static class PreviewLinkQueries
{
    /// <summary>The link that a token opens now; none when it ran out or was revoked.</summary>
    public static IQueryable<PreviewLink> OpenedBy(this IQueryable<PreviewLink> links, string token, DateTime now)
    {
        var hash = PreviewLink.HashOf(token);
        return links.Where(l => l.TokenHash == hash && l.RevokedUtc == null && l.ExpiresUtc > now);
    }
}

using NewsPortal.Accounts;

namespace NewsPortal.Comments;

/// <summary>A moderator has a comment open. It ends by itself, and is not on the comment: to look at one does not change it.</summary>
public class Claim
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    private Claim()
    {
    }

    public int CommentId { get; private set; }

    public int ById { get; private set; }

    public string By { get; private set; } = "";

    public DateTime UntilUtc { get; private set; }

    public static Claim Of(int commentId, Staffer who, DateTime now) => new() { CommentId = commentId, ById = who.Id, By = who.Name, UntilUtc = now + Length };
}

public static class ClaimQueries
{
    /// <summary>What colleagues have open.</summary>
    public static IQueryable<Claim> HeldByOthers(this IQueryable<Claim> claims, Staffer me, DateTime now)
        => claims.Where(c => c.ById != me.Id && c.UntilUtc > now);
}

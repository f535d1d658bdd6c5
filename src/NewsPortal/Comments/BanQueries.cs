using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>By what somebody can be known, as far as each is known.</summary>
/// <param name="CommenterId">See <see cref="Commenter"/>.</param>
/// <param name="AccountId">Of a reader who joined: the address of the account counts as theirs.</param>
/// <param name="EmailKey">See <see cref="Comment.EmailKey"/>.</param>
/// <param name="NetworkId">See <see cref="Comment.NetworkId"/>.</param>
public sealed record KnownBy(int? CommenterId, int? AccountId, string? EmailKey, string? NetworkId);

public static class BanQueries
{
    public static IQueryable<Ban> Holding(this IQueryable<Ban> bans, DateTime now) => bans.Where(b => b.LiftedUtc == null && b.UntilUtc > now);

    /// <returns>One that keeps them from commenting; null where they may.</returns>
    public static Task<Ban?> BanAsync(this NewsDb db, KnownBy who, DateTime now, CancellationToken cancel)
    {
        var (writer, account, email, network) = (who.CommenterId?.ToString(CultureInfo.InvariantCulture), who.AccountId, who.EmailKey, who.NetworkId);
        return db.Bans.AsNoTracking().Holding(now).OrderBy(b => b.Id).FirstOrDefaultAsync(
            b => (b.Kind == BanKind.Network && b.Key == network) || (b.Kind == BanKind.Writer && b.Key == writer)
                || (b.Kind == BanKind.Email && (b.Key == email || db.Accounts.Any(a => a.Id == account && a.NormalizedEmail == b.Key))),
            cancel);
    }
}

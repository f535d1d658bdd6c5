using System.Globalization;
using NewsPortal.Accounts;

namespace NewsPortal.Comments;

/// <summary>By what somebody is known again.</summary>
public enum BanKind
{
    /// <summary>The commenter, as their browser or e-mail tells.</summary>
    Writer,
    Email,
    Network,
}

/// <summary>Somebody may not comment until a date, for a reason that they can ask for.</summary>
public class Ban
{
    public const int ReasonLength = 400;
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private Ban()
    {
    }

    public int Id { get; private set; }

    public BanKind Kind { get; private set; }

    /// <summary>The commenter's number, the key of the e-mail or of the network.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What they called themselves.</summary>
    public string Name { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public int? ById { get; private set; }

    public DateTime FromUtc { get; private set; }

    public DateTime UntilUtc { get; private set; }

    public DateTime? LiftedUtc { get; private set; }

    /// <summary>By what the writer of a comment can be known again.</summary>
    public static IReadOnlyList<BanKind> KindsOf(Comment comment) => [.. Enum.GetValues<BanKind>().Where(kind => KeyOf(comment, kind) is not null)];

    /// <exception cref="RefusedException">It names nobody, no reason or no end.</exception>
    public static Ban Impose(Comment comment, BanKind? kind, string? reason, DateTime until, Signature by, DateTime now)
    {
        if (kind is not { } chosen || KeyOf(comment, chosen) is not { } key)
        {
            throw new RefusedException("Choose by what the writer is to be known again.");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > ReasonLength)
        {
            throw new RefusedException("Say why, in at most {0} characters.", ReasonLength);
        }

        return until > now && until - now <= Longest
            ? new Ban { Kind = chosen, Key = key, Name = comment.Name, Reason = reason.Trim(), By = by.Name, ById = by.AccountId, FromUtc = now, UntilUtc = until }
            : throw new RefusedException("A ban ends, at most a year from now.");
    }

    public void Lift(DateTime now) => LiftedUtc ??= now;

    private static string? KeyOf(Comment comment, BanKind kind) => kind switch
    {
        BanKind.Writer => comment.CommenterId?.ToString(CultureInfo.InvariantCulture),
        BanKind.Email => comment.EmailKey,
        BanKind.Network => comment.NetworkId,
        _ => null,
    };
}

public static class BanQueries
{
    public static IQueryable<Ban> Holding(this IQueryable<Ban> bans, DateTime now) => bans.Where(b => b.LiftedUtc == null && b.UntilUtc > now);
}

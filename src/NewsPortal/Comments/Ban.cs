using System.Globalization;
using NewsPortal.Accounts;

namespace NewsPortal.Comments;

/// <summary>By what somebody is known again.</summary>
public enum BanKind
{
    /// <summary>The commenter, as their account or else their browser tells.</summary>
    Writer,
    Email,

    /// <summary>It ends with the day (UTC), when the paper forgets which network that was.</summary>
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

    /// <summary>Of the comment at which it began.</summary>
    public int? SectionId { get; private set; }

    public string Reason { get; private set; } = "";

    public string By { get; private set; } = "";

    public int? ById { get; private set; }

    public DateTime FromUtc { get; private set; }

    public DateTime UntilUtc { get; private set; }

    public DateTime? LiftedUtc { get; private set; }

    /// <summary>By what the writer of a comment can be known again.</summary>
    public static IReadOnlyList<BanKind> KindsOf(Comment comment, DateTime now) => [.. Enum.GetValues<BanKind>().Where(kind => KeyOf(comment, kind, now) is not null)];

    /// <summary>Until when at most networks of now are told apart.</summary>
    public static DateTime NetworkEnd(DateTime now) => now.Date.AddDays(1);

    /// <exception cref="RefusedException">It names nobody, no reason or no end.</exception>
    public static Ban Impose(Comment comment, BanKind? kind, string? reason, DateTime until, Signature by, DateTime now)
    {
        if (kind is not { } chosen || KeyOf(comment, chosen, now) is not { } key)
        {
            throw new RefusedException("Choose by what the writer is to be known again.");
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > ReasonLength)
        {
            throw new RefusedException("Say why, in at most {0} characters.", ReasonLength);
        }

        if (until <= now || until - now > Longest)
        {
            throw new RefusedException("A ban ends, at most a year from now.");
        }

        var end = chosen == BanKind.Network && until > NetworkEnd(now) ? NetworkEnd(now) : until;
        return new Ban { Kind = chosen, Key = key, Name = comment.Name, SectionId = comment.SectionId, Reason = reason.Trim(), By = by.Name, ById = by.AccountId, FromUtc = now, UntilUtc = end };
    }

    public void Lift(DateTime now) => LiftedUtc ??= now;

    private static string? KeyOf(Comment comment, BanKind kind, DateTime now) => kind switch
    {
        BanKind.Writer => comment.CommenterId?.ToString(CultureInfo.InvariantCulture),
        BanKind.Email => comment.EmailKey,
        BanKind.Network => comment.PostedUtc.Date == now.Date ? comment.NetworkId : null,
        _ => null,
    };
}

namespace NewsPortal.Accounts;

/// <summary>
/// One browser in which somebody is signed in, a colleague or a reader. The cookie only names the row, and each request that asks reads it:
/// whoever ends it, disables the person or changes the password is obeyed at the next click.
/// </summary>
public class StaffSession
{
    public const int BrowserLength = 200;
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Stay = TimeSpan.FromDays(30);
    private static readonly TimeSpan Touched = TimeSpan.FromMinutes(1);

    public Guid Id { get; private set; } = Guid.NewGuid();

    public required int AccountId { get; init; }

    public Account Account { get; private set; } = null!;

    /// <summary>The account's security stamp at sign-in: another password or factor ends every session but the one that changed it.</summary>
    public required string Stamp { get; set; }

    public required string Browser { get; init; }

    /// <summary>Where it was opened from, shortened: enough to recognise one's own, too little to find a person.</summary>
    public required string Network { get; init; }

    /// <summary>Kept when the browser closes.</summary>
    public bool IsKept { get; init; }

    public DateTime OpenedUtc { get; init; }

    public DateTime SeenUtc { get; private set; }

    public DateTime ExpiresUtc { get; private set; }

    public DateTime? EndedUtc { get; private set; }

    public static bool IsDue(DateTime seenUtc, DateTime now) => now - seenUtc > Touched;

    public void See(DateTime now)
    {
        SeenUtc = now;
        ExpiresUtc = now + (IsKept ? Stay : Idle);
    }

    public void End(DateTime now) => EndedUtc ??= now;
}

using NewsPortal.Accounts;

namespace NewsPortal.Articles;

public enum ScheduledMove
{
    Publish,
    Withdraw,
}

/// <summary>
/// A move that is due later. The wall time and its zone are what the editor meant; the UTC instant is what they came to
/// when it was planned, and what the due-scan compares. It holds the words that were approved: what is written meanwhile
/// does not go out with it.
/// </summary>
public class Schedule
{
    public const int ErrorLength = 500;

    // A refusal may pass by itself (a linked story is published), so it is tried again, ever more rarely.
    private const int FirstPauseSeconds = 10;
    private const int LongestPauseSeconds = 300;

    private Schedule()
    {
    }

    internal Schedule(ScheduledMove move, WallTime due, Signature by)
    {
        (Move, WallTime, Zone, DueUtc, TryUtc) = (move, due.Text, due.Zone, due.Utc, due.Utc);
        (By, ById) = (by.Name, by.AccountId);
    }

    public int Id { get; private set; }

    public int ArticleId { get; private set; }

    public Article? Article { get; private set; }

    public ScheduledMove Move { get; private set; }

    /// <summary><c>yyyy-MM-ddTHH:mm</c> on the newsroom's clock.</summary>
    public string WallTime { get; private set; } = "";

    /// <summary>IANA zone of <see cref="WallTime"/>.</summary>
    public string Zone { get; private set; } = "";

    public DateTime DueUtc { get; private set; }

    public string By { get; private set; } = "";

    public int? ById { get; private set; }

    /// <summary>The words to publish; null for a withdrawal.</summary>
    public Copy? Copy { get; internal init; }

    /// <summary>When <see cref="Copy"/> was saved: as long as the draft's is the same, its HTML is too.</summary>
    public DateTime? CopySavedUtc { get; internal init; }

    /// <summary>Whether readers are told "updated", where the story is out already.</summary>
    public bool Substantive { get; internal init; }

    /// <summary>What readers are told of a withdrawal; why the four-eyes rule was passed over for a publication.</summary>
    public string? Reason { get; internal init; }

    /// <summary>When it is tried next: <see cref="DueUtc"/>, or later after it failed.</summary>
    public DateTime TryUtc { get; private set; }

    /// <summary>When an instance claimed it and, in the same transaction, carried it out; it is never claimed again.</summary>
    public DateTime? ClaimedUtc { get; private set; }

    /// <summary>Whose claim it is: one pass of one instance.</summary>
    public Guid? Claim { get; private set; }

    /// <summary>It came due while no instance ran.</summary>
    public bool WasDown { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Why it did not go out when last tried.</summary>
    public string? LastError { get; private set; }

    public Signature Signature => new(ById, By);

    public bool IsOpen => ClaimedUtc is null;

    /// <summary>How much later than planned it was carried out.</summary>
    public int LateSeconds { get; private set; }

    public TimeSpan Late => TimeSpan.FromSeconds(LateSeconds);

    internal void Done(DateTime upSince, DateTime now)
    {
        LastError = null;
        LateSeconds = (int)Math.Clamp((now - DueUtc).TotalSeconds, 0, int.MaxValue);
        WasDown = DueUtc < upSince;
    }

    internal void PutOff(string why, DateTime now)
    {
        (ClaimedUtc, Claim) = (null, null);
        Attempts++;
        LastError = why.Length <= ErrorLength ? why : why[..ErrorLength];
        TryUtc = now.AddSeconds(Math.Min(LongestPauseSeconds, FirstPauseSeconds << Math.Min(Attempts - 1, 5)));
    }
}

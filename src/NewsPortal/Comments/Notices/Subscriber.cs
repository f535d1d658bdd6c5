using NewsPortal.Comments.Privacy;

namespace NewsPortal.Comments.Notices;

/// <summary>
/// An address to which letters about comments may go, once whoever reads its mail has said so. It is kept sealed, and
/// only as long as a comment needs it; what stands for it stays for the day, so that a form cannot be used to flood anybody.
/// </summary>
public class Subscriber : IVersioned
{
    /// <summary>A stranger is asked so often at most.</summary>
    public static readonly TimeSpan AskedEvery = TimeSpan.FromDays(1);

    /// <summary>Whoever does not answer within that is forgotten.</summary>
    public static readonly TimeSpan AskedFor = TimeSpan.FromDays(7);

    private Subscriber()
    {
    }

    public int Id { get; private set; }

    public int Version { get; private set; }

    /// <summary>Stands for the address where only equality matters.</summary>
    public string EmailKey { get; private set; } = "";

    /// <summary>Null once nothing is to be written there.</summary>
    public string? EmailSealed { get; private set; }

    /// <summary>When they were asked last whether they want letters.</summary>
    public DateTime? AskedUtc { get; private set; }

    public DateTime? ConfirmedUtc { get; private set; }

    public static Subscriber First(SealedEmail email) => new() { EmailKey = email.Key, EmailSealed = email.Text };

    /// <summary>Somebody gave the address with a comment and ticked that letters are wanted.</summary>
    /// <returns>Whether they have to be asked first, now.</returns>
    public bool Wish(SealedEmail email, DateTime now)
    {
        EmailSealed = email.Text;
        if (ConfirmedUtc is not null || now - AskedUtc < AskedEvery)
        {
            return false;
        }

        AskedUtc = now;
        return true;
    }

    /// <summary>Whoever reads the mail there wants letters.</summary>
    public void Confirm(DateTime now) => ConfirmedUtc ??= now;

    /// <summary>They want none: until they tick again and confirm it, nothing goes there.</summary>
    public void Stop() => (ConfirmedUtc, EmailSealed) = (null, null);
}

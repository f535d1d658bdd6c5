using System.Globalization;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Changes;

namespace NewsPortal.Breaking;

/// <summary>What can become of a flash. Each move refuses what is not allowed, in a sentence.</summary>
public partial class Flash
{
    /// <summary>No flash is planned to stay for longer from any moment on; "until I end it" is this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Ten seconds to think again, and some for the way there.</summary>
    public static readonly TimeSpan Regret = TimeSpan.FromSeconds(15);

    /// <param name="copy">What it says and for how long.</param>
    /// <param name="by">Who raised it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="key">See <see cref="Key"/>.</param>
    /// <exception cref="RefusedException">No text or one that cannot be a flash's, or an end that is not after the start.</exception>
    public static Flash Raise(FlashCopy copy, Signature by, DateTime now, Guid? key = null)
    {
        var text = FlashText.Of(copy.Text);
        RefuseEnd(copy.EndsUtc, now);
        var flash = new Flash
        {
            Level = copy.Level,
            Text = text,
            SectionId = copy.SectionId,
            ArticleId = copy.ArticleId,
            Article = copy.NewStory,
            RaisedUtc = now,
            RaisedBy = by.Name,
            RaisedById = by.AccountId,
            EndsUtc = copy.EndsUtc,
            Key = key,
        };
        flash.Announce(ChangeKind.FlashRaised, now, Touched);
        flash.Record(AuditKind.FlashRaised, by, now, text);
        return flash;
    }

    /// <summary>Changes the words; readers see that they were corrected. Another level is no correction.</summary>
    /// <exception cref="RefusedException">The words cannot be a flash's, nothing is changed, or it was taken back.</exception>
    public void Correct(FlashLevel level, string text, Signature by, DateTime now)
    {
        RefuseTakenBack();
        var (line, before) = (FlashText.Of(text), (Level, Text));
        if ((level, line) == before)
        {
            throw new RefusedException("These are the words as they stand.");
        }

        CorrectedUtc = line == Text ? CorrectedUtc : now;
        (Level, Text) = (level, line);
        Announce(ChangeKind.FlashChanged, now, Touched);
        Record(AuditKind.FlashCorrected, by, now, line, line == before.Text ? $"{before.Level} → {level}" : before.Text);
    }

    /// <summary>Leads to a story: from now on if readers can open it, else as soon as they can.</summary>
    /// <exception cref="RefusedException">It was taken back, or leads there already.</exception>
    public void LeadTo(int articleId, Signature by, DateTime now)
    {
        RefuseTakenBack();
        if (ArticleId == articleId)
        {
            throw new RefusedException("This flash leads to that story already.");
        }

        ArticleId = articleId;
        Announce(ChangeKind.FlashChanged, now, Touched);
        Record(AuditKind.FlashLinked, by, now, Text, CacheTag.Story(articleId));
    }

    /// <exception cref="RefusedException">It has ended, or stays for as long as one can.</exception>
    public void Extend(TimeSpan more, Signature by, DateTime now)
    {
        RefuseEnded(now);
        var (before, ends) = (EndsUtc, EndsUtc + more < now + Longest ? EndsUtc + more : now + Longest);
        if (ends <= before)
        {
            throw new RefusedException("It stays for {0} hours already, and no flash is planned for longer.", (int)Longest.TotalHours);
        }

        EndsUtc = ends;
        Announce(ChangeKind.FlashChanged, now, Touched);
        Record(AuditKind.FlashExtended, by, now, Text, string.Create(CultureInfo.InvariantCulture, $"{before:HH:mm} → {ends:HH:mm} UTC"));
    }

    /// <summary>Ends it now.</summary>
    /// <exception cref="RefusedException">It has ended already.</exception>
    public void Lift(Signature by, DateTime now)
    {
        Leave(FlashEnding.Lifted, now);
        Record(AuditKind.FlashLifted, by, now, Text);
    }

    /// <summary>Undoes the raising: readers do not even find it among what was. Its history is kept.</summary>
    /// <exception cref="RefusedException">It has ended, or has been out for too long to say that it never was.</exception>
    public void TakeBack(Signature by, DateTime now)
    {
        if (now > RaisedUtc + Regret)
        {
            throw new RefusedException("Readers have had it for too long to take it back. End it: it then stays in the list of what was.");
        }

        Leave(FlashEnding.TakenBack, now);
        Record(AuditKind.FlashTakenBack, by, now, Text);
    }

    /// <summary>A follow-up takes its place. It may have ended meanwhile; that it was followed is kept all the same.</summary>
    internal void MakeWay(Flash next, FlashEnding why, Signature by, DateTime now)
    {
        ReplacedBy = next;
        if (EndsUtc > now)
        {
            Leave(why, now);
        }

        Record(why == FlashEnding.Followed ? AuditKind.FlashFollowed : AuditKind.FlashGaveWay, by, now, Text, next.Text);
    }

    /// <summary>What it made way for was taken back: it is on air again for what is left of its time.</summary>
    internal void Return(Signature by, DateTime now)
    {
        (ReplacedById, ReplacedBy) = (null, null);
        if (MeantToEndUtc is { } meant && meant > now)
        {
            (EndsUtc, MeantToEndUtc, Ending) = (meant, null, null);
            Announce(ChangeKind.FlashChanged, now, Touched);
            Record(AuditKind.FlashReturned, by, now, Text);
        }
    }

    internal void StandAt(int position) => Position = position;

    /// <summary>Tells that it was moved among the others.</summary>
    internal void Moved(int from, int to, Signature by, DateTime now)
    {
        Announce(ChangeKind.FlashChanged, now, Touched);
        Record(AuditKind.FlashMoved, by, now, Text, string.Create(CultureInfo.InvariantCulture, $"{from} → {to}"));
    }

    private void Leave(FlashEnding why, DateTime now)
    {
        RefuseEnded(now);
        (MeantToEndUtc, EndsUtc, Ending) = (EndsUtc, now, why);
        Announce(ChangeKind.FlashLifted, now, Touched);
    }

    private void RefuseEnded(DateTime now)
    {
        if (EndsUtc <= now)
        {
            throw new RefusedException("This flash has ended already.");
        }
    }

    private void RefuseTakenBack()
    {
        if (Ending == FlashEnding.TakenBack)
        {
            throw new RefusedException("This flash was taken back: readers see nothing of it.");
        }
    }

    private static void RefuseEnd(DateTime endsUtc, DateTime now)
    {
        if (endsUtc <= now)
        {
            throw new RefusedException("A flash ends after it begins.");
        }

        if (endsUtc > now + Longest)
        {
            throw new RefusedException("A flash stays for {0} hours at most; it can be prolonged.", (int)Longest.TotalHours);
        }
    }

    private static string[] Touched() => [CacheTag.Breaking];
}

using NewsPortal.Articles;

namespace NewsPortal.Comments;

/// <summary>What came too fast. Each has a word <c>surge.{name}</c>.</summary>
public enum SurgeCause
{
    Comments,
    Reports,
}

/// <summary>
/// More comes in under a story than moderators can read: for a while all of it waits to be read, and each writer waits
/// between two comments. It ends by itself.
/// </summary>
public class Surge
{
    /// <summary>For so long nothing begins again under a story where a moderator ended it.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private Surge()
    {
    }

    public int ArticleId { get; private set; }

    public Article? Article { get; private set; }

    public SurgeCause Cause { get; private set; }

    public DateTime SinceUtc { get; private set; }

    public DateTime UntilUtc { get; private set; }

    /// <summary>Until then it does not begin again.</summary>
    public DateTime? RestsUntilUtc { get; private set; }

    public static Surge Begin(int articleId, SurgeCause cause, DateTime until, DateTime now)
        => new() { ArticleId = articleId, Cause = cause, SinceUtc = now, UntilUtc = until };

    public bool IsOn(DateTime now) => UntilUtc > now;

    public bool Rests(DateTime now) => RestsUntilUtc > now;

    /// <summary>It comes too fast still, or again.</summary>
    public void GoOn(SurgeCause cause, DateTime until, DateTime now)
    {
        (Cause, SinceUtc) = IsOn(now) ? (Cause, SinceUtc) : (cause, now);
        (UntilUtc, RestsUntilUtc) = (until, null);
    }

    /// <summary>By a moderator, who takes it upon themselves.</summary>
    /// <exception cref="RefusedException">It is over.</exception>
    public void End(DateTime now)
    {
        if (!IsOn(now))
        {
            throw new RefusedException("It was over already.");
        }

        (UntilUtc, RestsUntilUtc) = (now, now + Rest);
    }
}

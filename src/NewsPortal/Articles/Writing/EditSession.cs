using System.Security.Cryptography;
using NewsPortal.Accounts;
using NewsPortal.Articles.Merging;

namespace NewsPortal.Articles.Writing;

/// <summary>
/// One open editor: a tab of one person. It says who is here, which is advice and never a lock, and it keeps what that
/// tab started from. Autosaves are a slot and no revisions, so nothing else remembers the base of a merge.
/// </summary>
public class EditSession
{
    public const int IdLength = 32;

    /// <summary>Unseen for longer than this, a tab is taken for closed; an open one is heard of every 15 seconds.</summary>
    public static readonly TimeSpan Presence = TimeSpan.FromSeconds(60);

    private EditSession()
    {
    }

    /// <summary>Cannot be guessed.</summary>
    public string Id { get; private init; } = "";

    public int ArticleId { get; private init; }

    public int AccountId { get; private init; }

    public string Name { get; private init; } = "";

    public DateTime OpenedUtc { get; private init; }

    public DateTime SeenUtc { get; private set; }

    public DateTime? TypedUtc { get; private set; }

    /// <summary>The version of the draft that the tab's text is built on.</summary>
    public int BaseVersion { get; private set; }

    /// <summary>Null when it is no longer known: every difference is a conflict then.</summary>
    public Copy? BaseCopy { get; private set; }

    /// <summary>A tab numbers its saves, so that one sent twice, because its answer was lost, is known again.</summary>
    public int LastSave { get; private set; }

    /// <summary>What could not be saved because somebody else had saved; kept until its writer settles it.</summary>
    public Copy? RefusedCopy { get; private set; }

    public DateTime? RefusedUtc { get; private set; }

    /// <summary>The version that stood in the way, and its copy: the tab's next base, once it has answered to it.</summary>
    public int? TheirVersion { get; private set; }

    public Copy? TheirCopy { get; private set; }

    public static EditSession Open(Draft draft, Staffer me, DateTime now)
        => Start(draft.ArticleId, me, draft.Version, draft.Copy, now);

    /// <summary>For a tab whose session was cleared away while it was asleep: what it built on is known by number only.</summary>
    public static EditSession Reopen(int articleId, Staffer me, int baseVersion, DateTime now)
        => Start(articleId, me, baseVersion, null, now);

    public void Seen(bool typing, DateTime now)
    {
        SeenUtc = now;
        TypedUtc = typing ? now : TypedUtc;
    }

    /// <summary>Saves into the draft if it is still what the tab built on, else keeps the text here and the draft as it is.</summary>
    public SaveOutcome Save(Draft draft, SentCopy sent, RenderedBody rendered, Staffer me, DateTime now)
    {
        Seen(typing: true, now);
        if (IsKnown(sent))
        {
            return SaveOutcome.Repeated;
        }

        if (CopyChanges.IsSame(draft.Copy, sent.Copy))
        {
            (BaseVersion, BaseCopy, LastSave) = (draft.Version, sent.Copy, sent.Number);
            DropRefused();
            return SaveOutcome.Repeated;
        }

        if (sent.BaseVersion == TheirVersion)
        {
            (BaseVersion, BaseCopy) = (sent.BaseVersion, TheirCopy);
        }

        if (!IsBuiltOn(draft))
        {
            (RefusedCopy, RefusedUtc) = (sent.Copy, now);
            Face(draft);
            return SaveOutcome.Refused;
        }

        draft.Save(sent.Copy, rendered, me.Signature, now);
        // The save that follows counts the version up by one.
        (BaseVersion, BaseCopy, LastSave) = (draft.Version + 1, sent.Copy, sent.Number);
        DropRefused();
        return SaveOutcome.Saved;
    }

    /// <summary>What is saved by now is what a refused text has to be put together with.</summary>
    public void Face(Draft draft) => (TheirVersion, TheirCopy) = (draft.Version, draft.Copy);

    /// <summary>What was refused and what stood in its way, put together; null when nothing was refused.</summary>
    /// <param name="chosen">How its writer settled conflicts, by their keys.</param>
    public MergedCopy? Merge(IReadOnlyDictionary<string, Side>? chosen = null)
        => RefusedCopy is { } mine && TheirCopy is { } theirs ? CopyMerge.Of(BaseCopy ?? Nothing, mine, theirs, chosen) : null;

    /// <summary>Its writer has looked at the refused text and does not want it.</summary>
    public void DropRefused()
        => (RefusedCopy, RefusedUtc, TheirVersion, TheirCopy) = (null, null, null, null);

    // An older number was overtaken by a newer text of the same tab on its way here.
    private bool IsKnown(SentCopy sent)
        => sent.Number < LastSave || (sent.Number == LastSave && BaseCopy is not null && CopyChanges.IsSame(BaseCopy, sent.Copy));

    // A move of the workflow counts the version up and leaves the words alone.
    private bool IsBuiltOn(Draft draft)
        => BaseVersion == draft.Version || (BaseCopy is not null && CopyChanges.IsSame(BaseCopy, draft.Copy));

    private static Copy Nothing { get; } = new() { Headline = "", Slug = "" };

    private static EditSession Start(int articleId, Staffer me, int version, Copy? copy, DateTime now) => new()
    {
        Id = RandomNumberGenerator.GetHexString(IdLength, lowercase: true),
        ArticleId = articleId,
        AccountId = me.Id,
        Name = me.Name,
        OpenedUtc = now,
        SeenUtc = now,
        BaseVersion = version,
        BaseCopy = copy,
    };
}

/// <param name="Number">Counts up with every save of one tab, from 1; the same when it is sent again.</param>
/// <param name="BaseVersion">The version of the draft that the tab believes to be building on.</param>
public sealed record SentCopy(int Number, int BaseVersion, Copy Copy);

public enum SaveOutcome
{
    Saved,

    /// <summary>The draft says this already; nothing was done.</summary>
    Repeated,

    /// <summary>Somebody else saved meanwhile. Nothing was overwritten, and the text is kept in the session.</summary>
    Refused,
}

using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Changes;
using NewsPortal.Comments.Appeals;

namespace NewsPortal.Comments;

/// <summary>What moderators do with a comment. Its words stay as they were written.</summary>
public partial class Comment
{
    public const int KeyLength = 64;

    private static readonly Signature NoPerson = Signature.OfProcess("");

    /// <summary>Of the story, so that a section's queue is an index. It goes with the story.</summary>
    public int? SectionId { get; private set; }

    public int? CommenterId { get; private set; }

    public Commenter? Commenter { get; private set; }

    /// <summary>Stands for the e-mail where only equality matters.</summary>
    public string? EmailKey { get; private set; }

    /// <summary>Stands for the network that it came from; null once that is forgotten.</summary>
    public string? NetworkId { get; private set; }

    /// <summary>
    /// Since when moderators have it to look at: since it came, or since something brought it back. Deciding and undoing
    /// leave that as it is, so that a comment keeps its place in a queue.
    /// </summary>
    public DateTime QueuedUtc { get; private set; }

    /// <summary>Reports of readers that nobody has ruled on.</summary>
    public int Reports { get; private set; }

    /// <summary>The same for those that say nearly the same; 0 where that is not known.</summary>
    public long Fingerprint { get; private set; }

    /// <summary>Approved answers anywhere below it, where it begins a thread.</summary>
    public int ApprovedReplies { get; private set; }

    /// <summary>An editor points readers to it.</summary>
    public bool IsPicked { get; private set; }

    public List<Hold> Holds { get; private set; } = [];

    public List<Decision> Decisions { get; private set; } = [];

    /// <summary>One at most: its key says so.</summary>
    public List<Appeal> Appeals { get; private set; } = [];

    /// <summary>Shows it to readers or keeps it from them, and rules on the reports that are open.</summary>
    /// <exception cref="RefusedException">It is so already, or its writer has withdrawn it.</exception>
    public Decision Decide(Ruling ruling, Signature by, DateTime now)
    {
        if (State is CommentState.Withdrawn or CommentState.Erased)
        {
            throw new RefusedException("Its writer has withdrawn this comment.");
        }

        // Approving what readers reported says that it stays.
        if (ruling.Verdict == State && (State != CommentState.Approved || Reports == 0))
        {
            throw new RefusedException("This has been decided so already.");
        }

        var decision = Kept(ruling, by, now);
        Move(ruling.Verdict, now);
        Reports = 0;
        return decision;
    }

    /// <summary>A rule of the paper shows it, no person having read it.</summary>
    public void ApproveBy(DecisionRule rule, DateTime now) => Decide(new Ruling(CommentState.Approved) { Rule = rule }, NoPerson, now);

    /// <summary>Takes a decision back: the comment is again what it was before.</summary>
    /// <exception cref="RefusedException">It was decided again since, or withdrawn.</exception>
    public void Return(Decision decision, DateTime now)
    {
        if (decision.UndoneUtc is not null || State != decision.Verdict || DecidedUtc != decision.AtUtc)
        {
            throw new RefusedException("This was decided again since, so it can no longer be undone.");
        }

        decision.Undo(now);
        Move(decision.FromState, now);
        // What was reported since is still open.
        (Reports, DecidedUtc) = (Reports + decision.FromReports, decision.FromDecidedUtc);
    }

    /// <summary>A reader points moderators to it. The report has to be saved with it.</summary>
    /// <param name="reason">What they say is wrong.</param>
    /// <param name="networkId">Stands for where they are.</param>
    /// <param name="enough">So many open reports take it back until somebody has read it; zero: none do.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RefusedException">Readers do not see it.</exception>
    public Report Report(ReportReason reason, string? networkId, int enough, DateTime now)
    {
        if (State != CommentState.Approved)
        {
            throw new RefusedException("This comment is not shown, so there is nothing to report.");
        }

        QueuedUtc = Reports == 0 ? now : QueuedUtc;
        Reports++;
        if (enough > 0 && Reports >= enough)
        {
            BringBack(DecisionRule.Reports, HoldKind.Reported, now);
        }

        return new Report { CommentId = Id, Reason = reason, NetworkId = networkId, AtUtc = now };
    }

    /// <summary>Its writer asks for a second look, once. Load it with its appeals.</summary>
    /// <exception cref="RefusedException">Nobody keeps it from readers, or they asked before.</exception>
    public void Contest(Appeal appeal, DateTime now)
    {
        if (State is not (CommentState.Rejected or CommentState.Spam) || Appeals.Count > 0)
        {
            throw new RefusedException("A second look can be asked for once, at a comment that was not published.");
        }

        Appeals.Add(appeal);
        BringBack(DecisionRule.Appeal, HoldKind.Appealed, now);
    }

    /// <summary>By whoever wrote it.</summary>
    /// <exception cref="RefusedException">It is withdrawn already.</exception>
    public void Withdraw(DateTime now)
    {
        if (State is CommentState.Withdrawn or CommentState.Erased)
        {
            throw new RefusedException("Its writer has withdrawn this comment.");
        }

        Leave(CommentState.Withdrawn, now);
        Reports = 0;
    }

    /// <summary>Keeps why the machine does not let it through by itself.</summary>
    /// <param name="kind">Which rule.</param>
    /// <param name="detail">What the rule found, in words.</param>
    /// <param name="start">Where in the text it found it, if it hangs on words.</param>
    /// <param name="length">Of what it found.</param>
    public void HoldFor(HoldKind kind, string? detail = null, int? start = null, int? length = null)
        => Holds.Add(new Hold { Kind = kind, Detail = detail, Start = start, Length = length });

    /// <summary>Groups it with those that say nearly the same: whoever finds one like it hands on the print of that one.</summary>
    public void Print(long fingerprint) => Fingerprint = fingerprint;

    /// <summary>An editor points readers to it, or does so no more.</summary>
    /// <exception cref="RefusedException">Readers do not see it.</exception>
    public void Pick(bool isPicked, Signature by, DateTime now)
    {
        if (State != CommentState.Approved)
        {
            throw new RefusedException("Only a comment that readers see can be picked.");
        }

        if (IsPicked != isPicked)
        {
            IsPicked = isPicked;
            Record(isPicked ? AuditKind.CommentPicked : AuditKind.CommentUnpicked, by, now, FormattableString.Invariant($"{Id}"));
            Announce(ChangeKind.CommentChanged, now, () => [CacheTag.Comments(ArticleId)]);
        }
    }

    private void BringBack(DecisionRule rule, HoldKind why, DateTime now)
    {
        Kept(new Ruling(CommentState.Pending) { Rule = rule }, NoPerson, now);
        Move(CommentState.Pending, now);
        HoldFor(why);
        QueuedUtc = now;
    }

    private Decision Kept(Ruling ruling, Signature by, DateTime now)
    {
        var decision = Decision.Of(this, ruling, by, now);
        Decisions.Add(decision);
        return decision;
    }

    private void Move(CommentState to, DateTime now)
    {
        if (to == CommentState.Approved && State != CommentState.Approved)
        {
            Approve(now);
        }
        else if (to != State)
        {
            Leave(to, now);
        }

        DecidedUtc = now;
    }
}

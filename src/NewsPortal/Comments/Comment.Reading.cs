using NewsPortal.Changes;

namespace NewsPortal.Comments;

/// <summary>What readers do with a comment after it was sent.</summary>
public partial class Comment
{
    /// <summary>No person has decided on it: it waits, or a rule alone shows it. Load it with its decisions.</summary>
    public bool IsUnread => State == CommentState.Pending ? DecidedUtc is null : State == CommentState.Approved && ShownBy is not null;

    private Decision? ShownBy => Decisions is [.., { Rule: DecisionRule.PostModerated, UndoneUtc: null } last] && last.AtUtc == DecidedUtc ? last : null;

    /// <summary>
    /// By whoever wrote it, while nobody else has it: no moderator decides on words that change afterwards. Load it with its
    /// holds; those that hang on its words are gone, and it has to be weighed again.
    /// </summary>
    /// <exception cref="RefusedException">Somebody decided on it.</exception>
    public void Rewrite(string body, RenderedComment rendered, DateTime now)
    {
        if (!IsUnread)
        {
            throw new RefusedException("This comment was decided on, so it can no longer be changed.");
        }

        (Body, BodyHtml, RendererVersion, EditedUtc, Fingerprint) = (body, rendered.Html, rendered.RendererVersion, now, 0);
        Holds.RemoveAll(hold => Hold.OfWords.Contains(hold.Kind));
    }

    /// <summary>After it was weighed again: what a rule showed is shown on if nothing speaks against it, and waits otherwise.</summary>
    public void PlaceAgain(DateTime now)
    {
        if (ShownBy is { } shown && Holds.Count > 0)
        {
            Return(shown, now);
            QueuedUtc = now;
        }
        else if (State == CommentState.Approved)
        {
            Announce(ChangeKind.CommentChanged, now, () => [CacheTag.Comments(ArticleId)]);
        }
    }
}

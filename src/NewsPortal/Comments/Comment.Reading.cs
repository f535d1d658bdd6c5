namespace NewsPortal.Comments;

/// <summary>What readers do with a comment after it was sent.</summary>
public partial class Comment
{
    /// <summary>By whoever wrote it, while nobody else has it: no moderator decides on words that change afterwards.</summary>
    /// <exception cref="RefusedException">It does not wait any more.</exception>
    public void Rewrite(string body, RenderedComment rendered, DateTime now)
    {
        if (State != CommentState.Pending)
        {
            throw new RefusedException("This comment was decided on, so it can no longer be changed.");
        }

        (Body, BodyHtml, RendererVersion, EditedUtc) = (body, rendered.Html, rendered.RendererVersion, now);
        // What the machine found, it found in other words.
        Holds.RemoveAll(hold => hold.Start is not null);
    }
}

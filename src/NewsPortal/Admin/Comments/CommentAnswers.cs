using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Admin.Comments;

/// <summary>Speaks for the paper below stories. What it says is shown at once, under the speaker's name and the paper's badge.</summary>
public sealed class CommentAnswers(NewsDb db, CommentMarkup markup, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>Whether this person finds such a comment.</returns>
    /// <exception cref="RefusedException">The words cannot stand, or readers do not see what they answer.</exception>
    public async Task<bool> AnswerAsync(int id, string? text, Staffer me, CancellationToken cancel)
    {
        if (await db.Comments.RuledBy(me).Include(c => c.Article).Include(c => c.Root).FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } comment)
        {
            return false;
        }

        if (comment.State != CommentState.Approved)
        {
            throw new RefusedException("Approve the comment first: nobody would see what your answer is about.");
        }

        var body = CommentCopy.BodyOf(text);
        var answer = Comment.Post(comment.Article!, comment, new Speaker(NameOf(me)) { IsStaff = true }, body, markup.Render(body), Now);
        answer.Decide(new Ruling(CommentState.Approved), me.Signature, Now);
        db.Add(answer);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <returns>Whether this person finds such a comment.</returns>
    /// <exception cref="RefusedException">Readers do not see it.</exception>
    public async Task<bool> PickAsync(int id, bool isPicked, Staffer me, CancellationToken cancel)
    {
        if (await db.Comments.RuledBy(me).FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } comment)
        {
            return false;
        }

        comment.Pick(isPicked, Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static string NameOf(Staffer me) => me.Name.Length > Comment.NameLength ? me.Name[..Comment.NameLength] : me.Name;
}

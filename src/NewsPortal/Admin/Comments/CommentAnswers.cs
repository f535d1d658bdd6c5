using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Admin.Comments;

/// <summary>Speaks for the paper below stories. What it says is shown at once, under the speaker's name and the paper's badge.</summary>
public sealed class CommentAnswers(NewsDb db, CommentMarkup markup, TimeProvider clock)
{
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(10);

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
        await db.WriteAsync(() => KeepAsync(answer, comment.Id, cancel), cancel);
        return true;
    }

    // Whoever clicks twice has answered once.
    private async Task KeepAsync(Comment answer, int to, CancellationToken cancel)
    {
        var since = answer.PostedUtc - Twice;
        if (!await db.Comments.AnyAsync(c => c.ParentId == to && c.IsStaff && c.Name == answer.Name && c.Body == answer.Body && c.PostedUtc > since && c.State == CommentState.Approved, cancel))
        {
            db.Add(answer);
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <returns>Whether this person finds such a comment.</returns>
    /// <exception cref="RefusedException">Readers do not see it.</exception>
    public async Task<bool> PickAsync(int id, bool isPicked, Staffer me, CancellationToken cancel)
    {
        if (await db.Comments.RuledBy(me).FirstOrDefaultAsync(c => c.Id == id, cancel) is not { } comment)
        {
            return false;
        }

        comment.Pick(isPicked, me.Signature, Now);
        await db.SaveChangesAsync(cancel);
        return true;
    }

    private static string NameOf(Staffer me) => me.Name.Length > Comment.NameLength ? me.Name[..Comment.NameLength] : me.Name;
}

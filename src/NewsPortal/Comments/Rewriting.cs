using NewsPortal.Comments.Guard;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Comments;

/// <summary>Puts new words in a reader's comment, which are weighed as the first ones were: nobody changes past the guard.</summary>
public sealed class Rewriting(NewsDb db, CommentMarkup markup, CommentGuard guard, TimeProvider clock)
{
    /// <param name="comment">One that its writer may change: see <see cref="OwnComments.FindChangeableAsync"/>.</param>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Somebody decided on it at this moment.</exception>
    public async Task RewriteAsync(Comment comment, CommentCopy copy, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var text = await guard.ReadAsync(copy.Body, now, cancel);
        comment.Rewrite(copy.Body, markup.Render(copy.Body), now);
        await db.WriteAsync(async () =>
        {
            await guard.WeighAgainAsync(comment, copy, text, now, cancel);
            comment.PlaceAgain(now);
            await db.SaveChangesAsync(cancel);
        }, cancel);
    }
}

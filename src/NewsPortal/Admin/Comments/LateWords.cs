using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Why a form came too late: who decided what, and when.</summary>
public sealed class LateWords(NewsDb db, Words words, SiteDates dates)
{
    public async Task<string> OfAsync(int commentId, Staffer me, CancellationToken cancel)
    {
        if (!await db.Comments.RuledBy(me).AnyAsync(c => c.Id == commentId, cancel))
        {
            return words["A comment was not found."];
        }

        var last = await db.Decisions.AsNoTracking().Where(d => d.CommentId == commentId && d.UndoneUtc == null).OrderByDescending(d => d.Id)
            .Select(d => new { d.By, d.AtUtc, d.Verdict }).FirstOrDefaultAsync(cancel);
        return last is null or { By: "" }
            ? words["This comment has changed since you opened it. This is what it is now: look again, then do it."]
            : words["{0} decided this at {1}: {2}.", last.By, dates.StampAfter(last.AtUtc, dates.Now), words[$"comment.{last.Verdict}"]];
    }
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>Whom a request of readers' own pages comes from.</summary>
/// <param name="CommenterId">Null of somebody who has written nothing yet.</param>
/// <param name="Member">Who is signed in; null: nobody.</param>
public sealed record Recognised(int? CommenterId, Member? Member)
{
    /// <summary>The reader's account that new comments belong to.</summary>
    public int? AccountId => Member is { IsReader: true } reader ? reader.Id : null;
}

/// <summary>Knows a commenter again: by their account where they joined, else by what their browser was given.</summary>
public sealed class Recognition(NewsDb db, CommenterCookie cookie)
{
    public async Task<Recognised> OfAsync(HttpContext http, CancellationToken cancel)
    {
        var member = await Member.OfAsync(http);
        if (member is { IsReader: true })
        {
            return new Recognised(await db.Commenters.Where(c => c.AccountId == member.Id).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel), member);
        }

        // What belongs to an account is seen by whoever is signed in, and not by whoever has a browser of theirs.
        var browsers = cookie.Read(http.Request) is { } id && await db.Commenters.AnyAsync(c => c.Id == id && c.AccountId == null, cancel) ? id : (int?)null;
        return new Recognised(browsers, member);
    }

    /// <summary>After a comment was sent. An account needs no cookie for that.</summary>
    public void Remember(HttpContext http, Recognised who, int commenterId)
    {
        if (who.AccountId is null)
        {
            cookie.Give(http, commenterId);
        }
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>Reads what is kept of one reader, for that reader.</summary>
public sealed class OwnData(NewsDb db, OwnComments comments, UserManager<Account> accounts)
{
    private const int PageSize = 50;

    /// <summary>Over all stories, newest first.</summary>
    public async Task<OwnDataPage> PageAsync(Recognised who, Cursor? after, CancellationToken cancel)
    {
        var lines = who.CommenterId is { } me ? await Of(me, after).ToListAsync(cancel) : [];
        var shown = lines.Take(PageSize).Select(line => line with
        {
            IsChangeable = comments.IsChangeable(line.State, line.DecidedUtc, line.PostedUtc),
            IsToldWhy = comments.IsToldWhy(line.State, line.DecidedUtc),
        }).ToList();
        return new OwnDataPage(shown)
        {
            Reader = who.AccountId is null ? null : who.Member!.Name,
            Older = lines.Count > PageSize ? $"/comments/me?after={new Cursor(shown[^1].PostedUtc, shown[^1].Id)}" : null,
        };
    }

    public async Task<object> ExportAsync(Recognised who, CancellationToken cancel) => new
    {
        Account = who.AccountId is { } id ? await AccountAsync(id, cancel) : null,
        Comments = who.CommenterId is { } me ? await CommentsAsync(me, cancel) : [],
    };

    private IQueryable<OwnLine> Of(int me, Cursor? after)
    {
        var theirs = db.Comments.AsNoTracking().Where(c => c.CommenterId == me);
        if (after is { } place)
        {
            theirs = theirs.Where(c => c.PostedUtc < place.Utc || (c.PostedUtc == place.Utc && c.Id < place.Id));
        }

        return theirs.OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(PageSize + 1)
            .Select(c => new OwnLine(c.Id, c.State, c.Article!.Headline, StoryAddress.Of(c.Article.Section!.Slug, c.Article.Slug, c.ArticleId), c.Body, c.PostedUtc)
            {
                DecidedUtc = c.DecidedUtc,
                Reason = c.Decisions.Where(d => d.UndoneUtc == null).OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault(),
                Note = c.Decisions.Where(d => d.UndoneUtc == null).OrderByDescending(d => d.Id).Select(d => d.WriterNote).FirstOrDefault(),
            });
    }

    private async Task<object> AccountAsync(int id, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == id, cancel);
        var sessions = await db.StaffSessions.Where(s => s.AccountId == id).OrderBy(s => s.OpenedUtc)
            .Select(s => new { s.Browser, s.Network, s.OpenedUtc, s.SeenUtc, s.EndedUtc }).ToListAsync(cancel);
        var passkeys = (await accounts.GetPasskeysAsync(account)).Select(key => new { key.Name, key.CreatedAt });
        return new { account.Name, Email = await accounts.GetEmailAsync(account), account.CreatedUtc, HasPassword = account.PasswordHash is not null, Passkeys = passkeys, Sessions = sessions };
    }

    private async Task<object[]> CommentsAsync(int me, CancellationToken cancel)
        => [.. await db.Comments.AsNoTracking().Where(c => c.CommenterId == me).OrderBy(c => c.PostedUtc).ThenBy(c => c.Id)
            .Select(c => new { c.Id, Story = c.Article!.Headline, c.ParentId, c.Name, HasEmail = c.EmailSealed != null, HasNetwork = c.NetworkId != null, c.Body, State = (c.State == CommentState.Spam ? CommentState.Pending : c.State).ToString(), c.PostedUtc, c.EditedUtc, c.DecidedUtc, Appeal = c.Appeals.Select(a => a.Text).FirstOrDefault(), Letters = db.LetterWishes.Where(w => w.CommentId == c.Id).Select(w => new { AskedUtc = w.AtUtc, IsConfirmed = w.Subscriber.ConfirmedUtc != null, Sent = w.Notices.Where(n => n.IsSent).Select(n => new { About = n.Kind.ToString(), n.DoneUtc }).ToList() }).FirstOrDefault() })
            .ToListAsync(cancel)];
}

/// <summary>One's own comment, wherever it stands.</summary>
public sealed record OwnLine(int Id, CommentState State, string Headline, string Url, string Body, DateTime PostedUtc)
{
    public DateTime? DecidedUtc { get; init; }

    public RejectionReason? Reason { get; init; }

    public string? Note { get; init; }

    public bool IsToldWhy { get; init; }

    /// <summary>Why it is not published, where they are told that.</summary>
    public OwnVerdict? Verdict => IsToldWhy ? new OwnVerdict(State == CommentState.Spam, Reason, Note) : null;

    /// <summary>It may still be changed or withdrawn.</summary>
    public bool IsChangeable { get; init; }

    /// <summary>What counts as spam is said to wait for a while, as under the story.</summary>
    public CommentState Told => State != CommentState.Spam ? State : Verdict is null ? CommentState.Pending : CommentState.Rejected;
}

public sealed record OwnDataPage(IReadOnlyList<OwnLine> Lines)
{
    /// <summary>The name of a reader who is signed in; null: only the browser is known.</summary>
    public string? Reader { get; init; }

    /// <summary>Where the list goes on.</summary>
    public string? Older { get; init; }

    /// <summary>It was asked for without saying that it is meant.</summary>
    public bool IsUnsure { get; init; }

    public bool IsErased { get; init; }

    public bool IsEmpty => Reader is null && Lines.Count == 0;
}

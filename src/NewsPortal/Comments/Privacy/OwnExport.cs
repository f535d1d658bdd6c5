using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>
/// All that is kept of one reader, for that reader and for machines. It says what their pages say of verdicts
/// (<see cref="Telling"/>); what moderators note for each other is theirs, and reports are kept without who sent them.
/// </summary>
public sealed class OwnExport(NewsDb db, CommenterEmails emails, UserManager<Account> accounts, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<object> ReadAsync(Recognised who, CancellationToken cancel) => new
    {
        Account = who.AccountId is { } id ? await AccountAsync(id, cancel) : null,
        Writer = who.CommenterId is { } writer ? await WriterAsync(writer, cancel) : null,
        Ban = await BanAsync(who, cancel),
        Comments = who.CommenterId is { } me ? await CommentsAsync(me, cancel) : [],
    };

    private async Task<object> AccountAsync(int id, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == id, cancel);
        var sessions = await db.StaffSessions.Where(s => s.AccountId == id).OrderBy(s => s.OpenedUtc)
            .Select(s => new { s.Browser, s.Network, s.OpenedUtc, s.SeenUtc, s.EndedUtc }).ToListAsync(cancel);
        var passkeys = (await accounts.GetPasskeysAsync(account)).Select(key => new { key.Name, key.CreatedAt });
        return new { account.Name, Email = await accounts.GetEmailAsync(account), account.CreatedUtc, HasPassword = account.PasswordHash is not null, Passkeys = passkeys, Sessions = sessions };
    }

    private Task<object?> WriterAsync(int id, CancellationToken cancel) => db.Commenters.Where(c => c.Id == id)
        .Select(c => (object?)new { c.Name, c.FirstUtc, PublishedComments = c.Approved, RejectedComments = c.Rejected, EachWaits = c.HoldsAll }).FirstOrDefaultAsync(cancel);

    private async Task<object?> BanAsync(Recognised who, CancellationToken cancel)
        => await db.BanAsync(new KnownBy(who.CommenterId, who.AccountId, null, null), Now, cancel) is { } ban ? new { ban.Reason, ban.FromUtc, ban.UntilUtc } : null;

    private async Task<List<object>> CommentsAsync(int me, CancellationToken cancel)
    {
        var rows = await db.Comments.AsNoTracking().Where(c => c.CommenterId == me).OrderBy(c => c.PostedUtc).ThenBy(c => c.Id).AsSplitQuery()
            .Select(c => new OwnRow(c, c.Article!.Headline)
            {
                Verdict = c.Decisions.Where(d => d.UndoneUtc == null).OrderByDescending(d => d.Id).FirstOrDefault(),
                Holds = c.Holds.OrderBy(h => h.Id).Select(h => h.Kind).ToList(),
                Appeal = c.Appeals.Select(a => a.Text).FirstOrDefault(),
            }).ToListAsync(cancel);
        var letters = await LettersAsync(me, cancel);
        return [.. rows.Select(row => Of(row, letters.GetValueOrDefault(row.Comment.Id)))];
    }

    private async Task<Dictionary<int, object>> LettersAsync(int me, CancellationToken cancel)
        => await db.LetterWishes.Where(w => db.Comments.Any(c => c.Id == w.CommentId && c.CommenterId == me)).AsSplitQuery()
            .Select(w => new
            {
                w.CommentId,
                AskedUtc = w.AtUtc,
                IsConfirmed = w.Subscriber.ConfirmedUtc != null,
                Sent = w.Notices.Where(n => n.IsSent).OrderBy(n => n.Id).Select(n => new { About = n.Kind.ToString(), n.DoneUtc }).ToList(),
            }).ToDictionaryAsync(w => w.CommentId, w => (object)new { w.AskedUtc, w.IsConfirmed, w.Sent }, cancel);

    private object Of(OwnRow row, object? letters)
    {
        var (comment, told) = (row.Comment, Telling.Of(row.Comment.State, row.Comment.DecidedUtc, Now));
        var isTold = told != CommentState.Pending;
        return new
        {
            comment.Id,
            Story = row.Headline,
            comment.ParentId,
            comment.Name,
            Email = comment.EmailSealed is { } address ? Opened(address) : null,
            HasNetwork = comment.NetworkId is not null,
            comment.Body,
            State = told.ToString(),
            comment.PostedUtc,
            comment.EditedUtc,
            DecidedUtc = isTold ? comment.DecidedUtc : null,
            Reason = isTold ? row.Verdict?.Reason?.ToString() : null,
            ModeratorsWord = isTold ? row.Verdict?.WriterNote : null,
            HeldFor = isTold ? row.Holds.Distinct().Select(kind => kind.ToString()) : [],
            row.Appeal,
            Letters = letters,
        };
    }

    // Sealed with keys that are gone it can be read by nobody.
    private string? Opened(string address)
    {
        try
        {
            return emails.Open(address);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record OwnRow(Comment Comment, string Headline)
    {
        public Decision? Verdict { get; init; }

        public List<HoldKind> Holds { get; init; } = [];

        public string? Appeal { get; init; }
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Hosting;

namespace NewsPortal.Accounts;

/// <summary>Opens, checks and ends the sessions of the desk, and of readers who joined.</summary>
public sealed class StaffSessions(NewsDb db, TimeProvider clock, SecondFactorRule secondFactor, IEnumerable<IArrival> arrivals)
{
    public const string Scheme = "Staff";
    private const string SessionClaim = "session";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The session that a cookie names; null when it names none.</summary>
    public static Guid? IdOf(ClaimsPrincipal? person) => Guid.TryParse(person?.FindFirst(SessionClaim)?.Value, out var id) ? id : null;

    public async Task OpenAsync(HttpContext http, Account account, bool stay)
    {
        var browser = http.Request.Headers.UserAgent.ToString();
        var session = new StaffSession
        {
            AccountId = account.Id,
            Stamp = account.SecurityStamp!,
            Browser = browser[..Math.Min(browser.Length, StaffSession.BrowserLength)],
            Network = ClientNetwork.Shortened(http),
            IsKept = stay,
            OpenedUtc = Now,
        };
        session.See(Now);
        db.Add(session);
        await db.SaveChangesAsync(http.RequestAborted);
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.Id.ToString())], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = stay });
        foreach (var arrival in arrivals)
        {
            await arrival.WelcomeAsync(http, account, http.RequestAborted);
        }
    }

    /// <summary>Ends the session of this browser and takes its cookie back.</summary>
    public async Task CloseAsync(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        if (IdOf(ticket.Principal) is { } id && http.Features.Get<Member>() is { } member)
        {
            await EndAsync(member.Id, only: id, except: null, http.RequestAborted);
        }

        await http.SignOutAsync(Scheme);
    }

    /// <summary>Whoever sits at the session now; null when it ended, ran out, or its person or their password changed.</summary>
    public async Task<Member?> FindAsync(Guid id, CancellationToken cancel)
    {
        var now = Now;
        var found = await db.StaffSessions.AsNoTracking()
            .Where(s => s.Id == id && s.EndedUtc == null && s.ExpiresUtc > now)
            .Where(s => s.Account.DisabledUtc == null && s.Account.SecurityStamp == s.Stamp)
            .Select(s => new
            {
                s.SeenUtc,
                s.AccountId,
                s.Account.Name,
                s.Account.Role,
                Sections = s.Account.Sections.Select(section => section.SectionId).ToList(),
                IsSecured = s.Account.TwoFactorEnabled || db.Passkeys.Any(key => key.UserId == s.AccountId),
            }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        if (StaffSession.IsDue(found.SeenUtc, now))
        {
            await SeeAsync(id, now, cancel);
        }

        var member = found.Role == Role.Reader
            ? new Member(found.AccountId, found.Name, found.Role)
            : new Staffer(found.AccountId, found.Name, found.Role, found.Sections);
        return member with { SessionId = id, MustAddFactor = secondFactor.Binds(found.Role) && !found.IsSecured };
    }

    /// <summary>Ends one session of a person, or all of them.</summary>
    public Task EndAsync(int accountId, Guid? only, Guid? except, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = Now;
        await db.StaffSessions
            .Where(s => s.AccountId == accountId && s.EndedUtc == null && (only == null || s.Id == only) && (except == null || s.Id != except))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedUtc, now), cancel);
    }, cancel);

    /// <summary>After a change of password or factor by the person: every other session ends, this one goes on.</summary>
    public Task KeepOnlyAsync(Guid id, Account account, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var stamp = account.SecurityStamp!;
        await db.StaffSessions.Where(s => s.Id == id && s.AccountId == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, stamp), cancel);
    }, cancel);

    // A bare update: two requests at once may both see it, and neither must fail for that.
    private Task SeeAsync(Guid id, DateTime now, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var (idle, stay) = (now + StaffSession.Idle, now + StaffSession.Stay);
        await db.StaffSessions.Where(s => s.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.SeenUtc, now).SetProperty(s => s.ExpiresUtc, s => s.IsKept ? stay : idle), cancel);
    }, cancel);
}

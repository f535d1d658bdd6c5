using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Data;
using NewsPortal.Mail;

namespace NewsPortal.Admin.Accounts;

/// <summary>What an administrator does with people. Each deed is in the audit trail, in the same write.</summary>
public sealed class People(NewsDb db, Enrolment enrolment, OneTimeLinks links, Letters letters, Words words)
{
    private DateTime Now => links.Now;

    public async Task<PeoplePage> ReadAsync(CancellationToken cancel)
    {
        var people = await db.Accounts.AsNoTracking().OfStaff().Include(account => account.Sections).OrderBy(account => account.DisabledUtc != null)
            .ThenBy(account => account.Name).ToListAsync(cancel);
        var seen = await db.StaffSessions.Where(session => session.Account.Role != Role.Reader).GroupBy(session => session.AccountId)
            .Select(group => new { group.Key, Seen = group.Max(session => session.SeenUtc) }).ToDictionaryAsync(row => row.Key, row => row.Seen, cancel);
        var secured = await db.Passkeys.Where(key => db.Accounts.OfStaff().Any(account => account.Id == key.UserId)).Select(key => key.UserId).Distinct().ToListAsync(cancel);
        return new PeoplePage(people, seen, secured.ToHashSet(), await SectionsAsync(cancel));
    }

    public Task<Account?> FindAsync(int id, CancellationToken cancel)
        => db.Accounts.OfStaff().Include(account => account.Sections).FirstOrDefaultAsync(account => account.Id == id, cancel);

    public async Task<PersonPage> PageAsync(Account person, Staffer me, CancellationToken cancel)
    {
        var now = Now;
        var open = await db.StaffSessions.AsNoTracking().Where(session => session.AccountId == person.Id && session.EndedUtc == null)
            .Where(session => session.ExpiresUtc > now && session.Stamp == person.SecurityStamp)
            .OrderByDescending(session => session.SeenUtc).Take(20).ToListAsync(cancel);
        return new PersonPage(person, open, await SectionsAsync(cancel), person.Id == me.Id);
    }

    /// <returns>The link to hand over, or null when it went out as a letter; or what is wrong.</returns>
    public async Task<(string? Link, Fault? Fault)> InviteAsync(PersonForm form, Staffer me, CancellationToken cancel)
    {
        var made = await enrolment.InviteAsync(new Invitation(form.Email ?? "", form.Name ?? "", form.Role, form.SectionIds), me.Signature);
        if (made.Account is not { } person)
        {
            return (null, made.Faults[0]);
        }

        var link = await links.MakeAsync(LinkPurpose.Invitation, person, cancel);
        return (await SentAsync(person, words["You are invited to the newsroom"], "letter.invitation", link, cancel) ? null : link, null);
    }

    public async Task AssignAsync(Account person, PersonForm form, Staffer me, CancellationToken cancel)
    {
        var before = $"{person.Role} {string.Join(',', person.Sections.Select(section => section.SectionId))}".Trim();
        if (person.Role == Role.Administrator && form.Role != Role.Administrator)
        {
            await KeepOneAsync(person, cancel);
        }

        person.Assign(form.Role, form.SectionIds);
        db.Add(Entry(AuditKind.RightsChanged, me, person, $"{before} → {form.Role} {string.Join(',', form.SectionIds)}".Trim()));
        await db.SaveChangesAsync(cancel);
    }

    public async Task DisableAsync(Account person, Staffer me, CancellationToken cancel)
    {
        await KeepOneAsync(person, cancel);
        person.Disable(Now);
        db.Add(Entry(AuditKind.Disabled, me, person));
        await db.SaveChangesAsync(cancel);
    }

    public async Task EnableAsync(Account person, Staffer me, CancellationToken cancel)
    {
        person.Enable();
        db.Add(Entry(AuditKind.Enabled, me, person));
        await db.SaveChangesAsync(cancel);
    }

    public Task EndSessionsAsync(Account person, Staffer me, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = Now;
        await db.StaffSessions.Where(session => session.AccountId == person.Id && session.EndedUtc == null && session.Id != me.SessionId)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedUtc, now), cancel);
        db.Add(Entry(AuditKind.SignedOut, me, person));
        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <returns>Null when it went out as a letter.</returns>
    public async Task<string?> MakeLinkAsync(Account person, Staffer me, CancellationToken cancel)
    {
        db.Add(Entry(AuditKind.LinkMade, me, person));
        var purpose = person.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset;
        var link = await links.MakeAsync(purpose, person, cancel);
        return await SentAsync(person, words["Choose another password"], "letter.reset", link, cancel) ? null : link;
    }

    private async Task<bool> SentAsync(Account person, string subject, string text, string link, CancellationToken cancel)
    {
        if (letters.AreSent)
        {
            await letters.SendAsync(person.Email!, subject, words[text, person.Name, link], cancel);
        }

        return letters.AreSent;
    }

    private async Task KeepOneAsync(Account leaving, CancellationToken cancel)
    {
        if (!await db.Accounts.AnyAsync(other => other.Id != leaving.Id && other.Role == Role.Administrator && other.DisabledUtc == null, cancel))
        {
            throw new RefusedException("This is the only administrator. Make another one first.");
        }
    }

    private AuditEntry Entry(AuditKind kind, Staffer me, Account person, string? detail = null)
        => AuditEntry.Of(kind, me.Signature, Now, $"account:{person.Id}", person.Name, detail);

    private Task<List<SectionChoice>> SectionsAsync(CancellationToken cancel)
        => db.Sections.OrderBy(section => section.Name).Select(section => new SectionChoice(section.Id, section.Name)).ToListAsync(cancel);
}

public sealed record SectionChoice(int Id, string Name);

/// <param name="SeenUtc">When each was last at the desk, by account.</param>
/// <param name="WithPasskey">Who has one.</param>
public sealed record PeoplePage(
    IReadOnlyList<Account> People, IReadOnlyDictionary<int, DateTime> SeenUtc, IReadOnlySet<int> WithPasskey, IReadOnlyList<SectionChoice> Sections)
{
    public PersonForm Invitation { get; init; } = new();

    public Fault? Fault { get; init; }
}

public sealed record PersonPage(Account Person, IReadOnlyList<StaffSession> Sessions, IReadOnlyList<SectionChoice> Sections, bool IsMe);

using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Accounts;

/// <summary>The people of the newsroom: who works here, as what, and who no longer does.</summary>
[ForRoles(Role.Administrator)]
public sealed class AccountsController(People people, Words words) : AdminController
{
    [HttpGet("/admin/accounts")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await people.ReadAsync(cancel));

    [HttpPost("/admin/accounts")]
    public async Task<IActionResult> Invite(PersonForm form, CancellationToken cancel)
    {
        var (link, fault) = await people.InviteAsync(form, Me, cancel);
        return fault is null
            ? View("Link", new HandedLink(form.Name ?? "", form.Email ?? "", link))
            : View("Index", await people.ReadAsync(cancel) with { Invitation = form, Fault = fault });
    }

    [HttpGet("/admin/accounts/{id:int}")]
    public async Task<IActionResult> Show(int id, CancellationToken cancel)
        => await people.FindAsync(id, cancel) is { } person ? View(await people.PageAsync(person, Me, cancel)) : NotFound();

    [HttpPost("/admin/accounts/{id:int}")]
    public async Task<IActionResult> Assign(int id, PersonForm form, CancellationToken cancel)
        => await DoAsync(id, person => people.AssignAsync(person, form, Me, cancel), words["Changed. It counts from the next click."], cancel);

    [HttpPost("/admin/accounts/{id:int}/disabling")]
    public async Task<IActionResult> Disable(int id, CancellationToken cancel)
        => await DoAsync(id, person => people.DisableAsync(person, Me, cancel), words["This person can no longer sign in, and was signed out everywhere."], cancel);

    [HttpPost("/admin/accounts/{id:int}/enabling")]
    public async Task<IActionResult> Enable(int id, CancellationToken cancel)
        => await DoAsync(id, person => people.EnableAsync(person, Me, cancel), words["This person can sign in again."], cancel);

    [HttpPost("/admin/accounts/{id:int}/sessions/ending")]
    public async Task<IActionResult> EndSessions(int id, CancellationToken cancel)
        => await DoAsync(id, person => people.EndSessionsAsync(person, Me, cancel), words["Signed out there."], cancel);

    [HttpPost("/admin/accounts/{id:int}/link")]
    public async Task<IActionResult> MakeLink(int id, CancellationToken cancel)
        => await people.FindAsync(id, cancel) is { DisabledUtc: null } person
            ? View("Link", new HandedLink(person.Name, person.Email!, await people.MakeLinkAsync(person, Me, cancel)))
            : NotFound();

    private async Task<IActionResult> DoAsync(int id, Func<Account, Task> move, string done, CancellationToken cancel)
    {
        if (await people.FindAsync(id, cancel) is not { } person)
        {
            return NotFound();
        }

        try
        {
            await move(person);
        }
        catch (RefusedException refused)
        {
            return Fail($"/admin/accounts/{id}", words.Of(refused));
        }

        return Done($"/admin/accounts/{id}", done);
    }
}

/// <summary>A link to hand over, and to whom.</summary>
public sealed record HandedLink(string Name, string Email, string? Address);

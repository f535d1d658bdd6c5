using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Me;

/// <summary>My passkeys.</summary>
[ForRoles]
public sealed class PasskeysController(OwnAccount own, Passkeys passkeys, UserManager<Account> accounts, Words words) : AdminController
{
    protected override bool IsOpenWithoutFactor => true;

    [HttpPost("/admin/me/passkeys/challenge")]
    public async Task<IActionResult> Offer(CancellationToken cancel) => Json(await passkeys.OfferAsync(await own.FindAsync(Me, cancel), HttpContext));

    [HttpPost("/admin/me/passkeys")]
    public async Task<IActionResult> Create([FromBody] PasskeyAnswer answer, CancellationToken cancel)
        => await passkeys.AddAsync(await own.FindAsync(Me, cancel), answer, HttpContext) ? NoContent() : BadRequest();

    [HttpPost("/admin/me/passkeys/removal")]
    public async Task<IActionResult> Remove(string? key, string? current, CancellationToken cancel)
    {
        var account = await own.FindAsync(Me, cancel);
        if (await own.ProveAsync(account, current ?? "") is { } wrong)
        {
            return Fail("/admin/me", wrong.Words);
        }

        if (!Base64Url.IsValid(key))
        {
            return NotFound();
        }

        await accounts.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(key));
        return Done("/admin/me", words["The passkey no longer opens anything here. Remove it from your device as well."]);
    }
}

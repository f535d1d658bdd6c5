using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Me;

/// <summary>My passkeys.</summary>
[ForRoles]
public sealed class PasskeysController(OwnAccount own, Passkeys passkeys, Words words) : AdminController
{
    protected override bool IsOpenWithoutFactor => true;

    [HttpPost("/admin/me/passkeys/challenge")]
    public async Task<IActionResult> Offer(CancellationToken cancel) => Json(await passkeys.OfferAsync(await own.FindAsync(Me, cancel), HttpContext));

    [HttpPost("/admin/me/passkeys")]
    public async Task<IActionResult> Create([FromBody] PasskeyAnswer answer, CancellationToken cancel)
        => await passkeys.AddAsync(await own.FindAsync(Me, cancel), answer, HttpContext) ? NoContent() : BadRequest();

    [HttpPost("/admin/me/passkeys/removal")]
    public async Task<IActionResult> Remove(string? key, string? current, CancellationToken cancel)
        => await own.RemovePasskeyAsync(Me, key ?? "", current ?? "", cancel) is { } wrong
            ? Fail("/admin/me", wrong.Words)
            : Done("/admin/me", words["The passkey no longer opens anything here. Remove it from your device as well."]);
}

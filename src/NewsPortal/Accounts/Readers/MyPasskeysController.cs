using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Accounts.Readers;

/// <summary>A reader's passkeys.</summary>
[Route("/account/me/passkeys")]
public sealed class MyPasskeysController(OwnAccount own, Passkeys passkeys, Words words) : ReaderController
{
    [HttpPost("challenge")]
    public async Task<IActionResult> Offer(CancellationToken cancel) => Json(await passkeys.OfferAsync(await own.FindAsync(Me, cancel), HttpContext));

    [HttpPost]
    public async Task<IActionResult> Create([FromBody] PasskeyAnswer answer, CancellationToken cancel)
        => await passkeys.AddAsync(await own.FindAsync(Me, cancel), answer, HttpContext) ? NoContent() : BadRequest();

    [HttpPost("removal")]
    public async Task<IActionResult> Remove(string? key, string? current, CancellationToken cancel)
        => Answer((await own.RemovePasskeyAsync(Me, key ?? "", current ?? "", cancel))?.Words, words["The passkey no longer opens anything here. Remove it from your device as well."]);
}

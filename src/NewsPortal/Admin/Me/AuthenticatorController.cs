using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Me;

/// <summary>Puts a second factor on my account, and takes it off.</summary>
[ForRoles]
public sealed class AuthenticatorController(OwnAccount own, UserManager<Account> accounts, StaffSessions sessions, Site site, Words words) : AdminController
{
    private const int RecoveryCodes = 10;

    protected override bool IsOpenWithoutFactor => true;

    [HttpGet("/admin/me/authenticator")]
    public async Task<IActionResult> Begin(CancellationToken cancel)
    {
        var account = await own.FindAsync(Me, cancel);
        var key = await accounts.GetAuthenticatorKeyAsync(account);
        if (key is null)
        {
            await accounts.ResetAuthenticatorKeyAsync(account);
            await sessions.KeepOnlyAsync(Me.SessionId, account, cancel);
            key = await accounts.GetAuthenticatorKeyAsync(account);
        }

        return account.TwoFactorEnabled ? SeeOther("/admin/me") : View("Authenticator", new AuthenticatorPage(site.Name, account.Email!, key!));
    }

    [HttpPost("/admin/me/authenticator")]
    public async Task<IActionResult> Create(string? code, CancellationToken cancel)
    {
        var account = await own.FindAsync(Me, cancel);
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return Fail("/admin/me/authenticator", words["This code does not fit. Wait for the next one and type that."]);
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        return await ShowCodesAsync(account, cancel);
    }

    [HttpPost("/admin/me/recovery-codes")]
    public async Task<IActionResult> Renew(string? current, CancellationToken cancel)
    {
        var account = await own.FindAsync(Me, cancel);
        return await own.ProveAsync(account, current ?? "") is { } wrong ? Fail("/admin/me", wrong.Words) : await ShowCodesAsync(account, cancel);
    }

    [HttpPost("/admin/me/authenticator/removal")]
    public async Task<IActionResult> Remove(string? current, CancellationToken cancel)
    {
        var account = await own.FindAsync(Me, cancel);
        if (await own.ProveAsync(account, current ?? "") is { } wrong)
        {
            return Fail("/admin/me", wrong.Words);
        }

        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        await sessions.KeepOnlyAsync(Me.SessionId, account, cancel);
        return Done("/admin/me", words["The authenticator is no longer asked for."]);
    }

    private async Task<IActionResult> ShowCodesAsync(Account account, CancellationToken cancel)
    {
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await sessions.KeepOnlyAsync(Me.SessionId, account, cancel);
        return View("RecoveryCodes", codes!.ToList());
    }
}

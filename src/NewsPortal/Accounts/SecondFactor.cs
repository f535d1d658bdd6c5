using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace NewsPortal.Accounts;

/// <summary>The second step of signing in: a time-based code (RFC 6238) or one of the recovery codes.</summary>
public sealed class SecondFactor(UserManager<Account> accounts, SignInThrottle throttle, Tickets tickets, TimeProvider clock)
{
    private const string Purpose = "SecondFactor";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Remembers, in the person's own form, that the password was right.</summary>
    public string Ask(Account account)
        => tickets.Make(Purpose, $"{account.Id.ToString(CultureInfo.InvariantCulture)} {account.SecurityStamp}", Patience);

    /// <returns>Null when the ticket is not, or no longer, good.</returns>
    public async Task<SignInAnswer?> TryAsync(string? ticket, string? code, string network)
    {
        if (await OwnerAsync(ticket) is not { } account)
        {
            return null;
        }

        var tries = await throttle.CountTryAsync($"code:{account.Id}", network);
        var digits = string.Concat((code ?? "").Where(char.IsLetterOrDigit));
        if (tries.RestsUntilUtc is not null || !await FitsAsync(account, digits))
        {
            return new SignInAnswer(null, tries);
        }

        await throttle.ForgetAsync($"code:{account.Id}", network);
        return new SignInAnswer(account, tries);
    }

    private async Task<Account?> OwnerAsync(string? ticket)
    {
        if (tickets.Read(Purpose, ticket)?.Split(' ', 2) is not [var id, var stamp])
        {
            return null;
        }

        var account = await accounts.FindByIdAsync(id);
        return account is { DisabledUtc: null } && account.SecurityStamp == stamp ? account : null;
    }

    private async Task<bool> FitsAsync(Account account, string digits)
    {
        if (await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return account.TakeCode(digits, clock.GetUtcNow().UtcDateTime) && (await accounts.UpdateAsync(account)).Succeeded;
        }

        return (await accounts.RedeemTwoFactorRecoveryCodeAsync(account, RecoveryCodes.Written(digits))).Succeeded;
    }
}

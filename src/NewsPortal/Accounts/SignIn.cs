using Microsoft.AspNetCore.Identity;

namespace NewsPortal.Accounts;

/// <summary>Decides whether name and password open the door. What it answers, and how long it takes, tells nobody which names exist.</summary>
public sealed class SignIn(UserManager<Account> accounts, SignInThrottle throttle, IPasswordHasher<Account> hasher, SecondFactorRule secondFactor)
{
    private static readonly Account Nobody = new("nobody@invalid", "", Role.Contributor, default);
    private static string? nobodysHash;

    /// <param name="network">See <see cref="Hosting.ClientNetwork.Of"/>.</param>
    public async Task<SignInAnswer> TryAsync(string email, string password, string network)
    {
        var tries = await throttle.CountTryAsync(email, network);
        if (tries.RestsUntilUtc is not null)
        {
            return new SignInAnswer(null, tries);
        }

        var account = await accounts.FindByEmailAsync(email);
        var fits = account?.PasswordHash is not null
            ? await accounts.CheckPasswordAsync(account, password)
            : Pretend(password);
        if (!fits || account!.DisabledUtc is not null)
        {
            return new SignInAnswer(null, tries);
        }

        await throttle.ForgetAsync(email, network);
        // Where more than a password is asked for, whoever has a passkey uses it; else the password would be the way round it.
        var mustUsePasskey = secondFactor.Binds(account.Role) && !account.TwoFactorEnabled && (await accounts.GetPasskeysAsync(account)).Count > 0;
        return new SignInAnswer(mustUsePasskey ? null : account, tries) { MustUsePasskey = mustUsePasskey };
    }

    // An unknown name costs the same hashing as a known one.
    private bool Pretend(string password)
    {
        nobodysHash ??= hasher.HashPassword(Nobody, "a password that nobody has");
        hasher.VerifyHashedPassword(Nobody, nobodysHash, password);
        return false;
    }
}

/// <param name="Account">Null: not this time.</param>
public sealed record SignInAnswer(Account? Account, Tries Tries)
{
    public bool MustUsePasskey { get; init; }
}

/// <param name="Left">How many more before a rest.</param>
/// <param name="RestsUntilUtc">Set when no try is taken until then.</param>
public sealed record Tries(int Left, DateTime? RestsUntilUtc);

using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace NewsPortal.Accounts;

/// <summary>Passkeys (W3C Web Authentication, Level 3): the browser answers a challenge that only this site's key can answer.</summary>
public sealed class Passkeys(UserManager<Account> accounts, IPasskeyHandler<Account> handler, Tickets tickets)
{
    /// <summary>SQL Server keeps this much in a clustered key. WebAuthn allows 1,023; no authenticator we know of goes past 300.</summary>
    public const int CredentialIdLength = 900;

    private const string Purpose = "Passkeys";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<PasskeyChallenge> OfferAsync(Account account, HttpContext http)
    {
        var person = new PasskeyUserEntity { Id = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Name = (await accounts.GetEmailAsync(account))!, DisplayName = account.Name };
        var made = await handler.MakeCreationOptionsAsync(person, http);
        return Challenge(made.CreationOptionsJson, made.AttestationState);
    }

    /// <returns>False when what the browser sent does not answer the challenge.</returns>
    public async Task<bool> AddAsync(Account account, PasskeyAnswer answer, HttpContext http)
    {
        if (tickets.Read(Purpose, answer.State) is not { } state)
        {
            return false;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = answer.Credential ?? "", AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) || result.Passkey.CredentialId.Length > CredentialIdLength)
        {
            return false;
        }

        var name = answer.Name?.Trim() is { Length: > 0 } given ? given : account.Name;
        result.Passkey.Name = name[..Math.Min(name.Length, Account.NameLength)];
        return (await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded;
    }

    /// <summary>Asks for any passkey of this site: nobody has to say first who they are.</summary>
    public async Task<PasskeyChallenge> AskAsync(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        return Challenge(made.RequestOptionsJson, made.AssertionState);
    }

    /// <returns>Whose passkey answered; null when none did, or its person no longer works here.</returns>
    public async Task<Account?> EnterAsync(PasskeyAnswer answer, HttpContext http)
    {
        if (tickets.Read(Purpose, answer.State) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer.Credential ?? "", AssertionState = state });
        if (!result.Succeeded || result.User.DisabledUtc is not null)
        {
            return null;
        }

        // The counter moves: a copied key shows itself by an old one.
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    private PasskeyChallenge Challenge(string options, string? state)
        => new(JsonSerializer.Deserialize<JsonElement>(options), tickets.Make(Purpose, state ?? "", Patience));
}

/// <param name="Options">For <c>navigator.credentials</c>.</param>
/// <param name="State">Comes back with the answer.</param>
public sealed record PasskeyChallenge(JsonElement Options, string State);

/// <param name="Credential">The credential as JSON text.</param>
/// <param name="Name">What its owner calls it.</param>
public sealed record PasskeyAnswer(string? State, string? Credential, string? Name);

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;

namespace NewsPortal.Accounts;

/// <summary>
/// Identity's store over our database: accounts, their one-time codes and their passkeys; roles are a column. Of readers it
/// keeps the address sealed, and finds them by what stands for it, so that all else works for them as for colleagues.
/// </summary>
internal sealed class AccountStore(NewsDb db, IdentityErrorDescriber describer, CommenterEmails emails)
    : UserOnlyStore<Account, NewsDb, int, IdentityUserClaim<int>, IdentityUserLogin<int>, IdentityUserToken<int>, IdentityUserPasskey<int>>(db, describer)
{
    /// <summary>One question for both kinds, so that the answer takes as long for each.</summary>
    public override async Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default)
    {
        var key = await emails.KeyAsync(normalizedEmail, cancellationToken) ?? normalizedEmail;
        return await Users.SingleOrDefaultAsync(account => account.NormalizedEmail == normalizedEmail || account.NormalizedEmail == key, cancellationToken);
    }

    public override Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken = default)
        => Task.FromResult(user.EmailSealed is { } text ? emails.Open(text) : user.Email);

    public override async Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken = default)
        => user.NormalizedEmail = user.EmailSealed is null ? normalizedEmail : await emails.KeyAsync(normalizedEmail!, cancellationToken);
}

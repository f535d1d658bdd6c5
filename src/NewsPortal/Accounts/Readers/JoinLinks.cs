using Microsoft.AspNetCore.Identity;

namespace NewsPortal.Accounts.Readers;

/// <summary>The links by which readers join. Each is good until it was used, for a day; until then nothing is kept of its address.</summary>
public sealed class JoinLinks(UserManager<Account> accounts, Tickets tickets)
{
    private const string Purpose = "Join";
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    // In the query, because paths are logged and queries are not.
    public string PathFor(string email) => $"/account/join/confirmation?ticket={tickets.Make(Purpose, email, Patience)}";

    /// <returns>The address that the ticket is for; null where it is none of ours, too old, or used.</returns>
    public async Task<string?> FindAsync(string? ticket)
        => tickets.Read(Purpose, ticket) is { } email && await accounts.FindByEmailAsync(email) is null ? email : null;
}

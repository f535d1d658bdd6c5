using Microsoft.AspNetCore.Authentication;

namespace NewsPortal.Accounts;

/// <summary>Somebody who is signed in: a <see cref="Staffer"/>, or a reader, who is nothing else.</summary>
public record Member(int Id, string Name, Role Role)
{
    /// <summary>The session they sit at; empty where nobody sits, as in an errand.</summary>
    public Guid SessionId { get; init; }

    /// <summary>Their role needs a passkey or a second factor, and they have none yet.</summary>
    public bool MustAddFactor { get; init; }

    public bool IsReader => Role == Role.Reader;

    /// <summary>Asked on readers' own pages, where nobody has to be signed in; null of a stranger.</summary>
    public static async Task<Member?> OfAsync(HttpContext http)
        => (await http.AuthenticateAsync(StaffSessions.Scheme)).Succeeded ? http.Features.Get<Member>() : null;
}

using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace NewsPortal.Accounts;

/// <summary>
/// Words that a person's own browser keeps for us between two steps: signed, secret, and good for a while on the paper's
/// clock. (The framework's time-limited protector reads the machine's clock, which a test cannot hold.)
/// </summary>
public sealed class Tickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <param name="purpose">A ticket for one thing opens nothing else.</param>
    /// <param name="text">What to remember.</param>
    /// <param name="patience">How long it is good.</param>
    public string Make(string purpose, string text, TimeSpan patience)
        => Protector(purpose).Protect($"{(clock.GetUtcNow() + patience).UtcTicks.ToString(CultureInfo.InvariantCulture)} {text}");

    /// <returns>The text; null when the ticket is not ours, or its time is over.</returns>
    public string? Read(string purpose, string? ticket)
    {
        try
        {
            return ticket is not null && Protector(purpose).Unprotect(ticket).Split(' ', 2) is [var until, var text]
                && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks ? text : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector($"NewsPortal.{purpose}");
}

using NewsPortal.Hosting;

namespace NewsPortal.Accounts;

/// <summary>Whether more than a password is asked of whoever can put words before readers (<c>Newsroom:RequireSecondFactor</c>).</summary>
public sealed class SecondFactorRule
{
    private readonly bool isAsked;

    /// <exception cref="StartUpException">The setting is neither true nor false.</exception>
    public SecondFactorRule(IConfiguration configuration)
    {
        var text = configuration["Newsroom:RequireSecondFactor"];
        if (!string.IsNullOrEmpty(text) && !bool.TryParse(text, out isAsked))
        {
            throw new StartUpException($"Newsroom:RequireSecondFactor is '{text}'; it is true or false.");
        }
    }

    public bool Binds(Role role) => isAsked && role is (Role.Editor or Role.Administrator);
}

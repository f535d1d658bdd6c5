namespace NewsPortal.Accounts;

/// <summary>What this newsroom asks of its people (<c>Newsroom:*</c>).</summary>
public sealed class NewsroomRules(IConfiguration configuration)
{
    private readonly bool secondFactor = configuration.GetValue("Newsroom:RequireSecondFactor", false);

    /// <summary>Whether a role that can put words before readers must have a passkey or a second factor.</summary>
    public bool RequiresSecondFactor(Role role) => secondFactor && role is (Role.Editor or Role.Administrator);
}

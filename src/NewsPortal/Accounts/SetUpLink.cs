namespace NewsPortal.Accounts;

/// <summary>
/// A newsroom without people prints and logs, at every start, a link that makes the first administrator. There is no account
/// before that, and no password that somebody else chose.
/// </summary>
internal static class SetUpLink
{
    public static async Task OfferSetUpAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().ForSetUpAsync() is not { } address)
        {
            return;
        }

        // The console is where the log goes unless a paper says otherwise, so this is also what is printed.
        var log = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SetUpLink));
        log.LogWarning("Nobody works here yet. Set up the newsroom at {Address} (good once, for a day)", address);
    }
}

using Microsoft.AspNetCore.Identity;
using NewsPortal.Mail;

namespace NewsPortal.Accounts.Readers;

/// <summary>
/// Answers whoever gave an address to join, or to be let in, by a letter. What it says differs; what the page says does not.
/// Nothing is kept of an address until its owner has followed the link: the ticket in it carries the address itself.
/// </summary>
public sealed class JoinLetters(IServiceScopeFactory scopes, ILogger<JoinLetters> log) : LetterQueue(scopes, log)
{
    protected override async Task AnswerAsync(IServiceProvider services, string email, CancellationToken cancel)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByEmailAsync(email);
        if (account?.DisabledUtc is not null || !await services.GetRequiredService<SignInThrottle>().MaySendAsync(email))
        {
            return;
        }

        var (subject, text) = await WriteAsync(services, account, email, cancel);
        await services.GetRequiredService<Letters>().SendAsync(account is null ? email : (await accounts.GetEmailAsync(account))!, subject, text, cancel);
    }

    private static async Task<(string Subject, string Text)> WriteAsync(IServiceProvider services, Account? account, string email, CancellationToken cancel)
    {
        var (words, site) = (services.GetRequiredService<Words>(), services.GetRequiredService<Site>());
        return account switch
        {
            null => (words["Join {0}", site.Name], words["letter.join", site.Name, site.Absolute(services.GetRequiredService<JoinLinks>().PathFor(email))]),
            { Role: Role.Reader } => (words["Sign in to {0}", site.Name], words["letter.entry", account.Name, await services.GetRequiredService<OneTimeLinks>().MakeAsync(LinkPurpose.SignIn, account, cancel)]),
            _ => (words["Sign in to {0}", site.Name], words["letter.colleague", account.Name, site.Absolute("/account/sign-in")]),
        };
    }
}

using Microsoft.AspNetCore.Identity;
using NewsPortal.Data;
using NewsPortal.Mail;

namespace NewsPortal.Accounts;

/// <summary>Answers requests for a new password: by a letter with a link, or, where no letters are sent, by a mark on the list that administrators see.</summary>
public sealed class PasswordResets(IServiceScopeFactory scopes, ILogger<PasswordResets> log) : LetterQueue(scopes, log)
{
    protected override async Task AnswerAsync(IServiceProvider services, string email, CancellationToken cancel)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByEmailAsync(email) is not { DisabledUtc: null } account)
        {
            return;
        }

        var letters = services.GetRequiredService<Letters>();
        if (letters.AreSent)
        {
            var link = await services.GetRequiredService<OneTimeLinks>().MakeAsync(LinkPurpose.PasswordReset, account, cancel);
            var words = services.GetRequiredService<Words>();
            await letters.SendAsync((await accounts.GetEmailAsync(account))!, words["Choose another password"], words["letter.reset", account.Name, link], cancel);
            return;
        }

        account.AskForReset(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await services.GetRequiredService<NewsDb>().SaveChangesAsync(cancel);
    }
}

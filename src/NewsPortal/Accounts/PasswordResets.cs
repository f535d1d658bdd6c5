using System.Threading.Channels;
using Microsoft.AspNetCore.Identity;
using NewsPortal.Data;
using NewsPortal.Mail;

namespace NewsPortal.Accounts;

/// <summary>
/// Answers requests for a new password behind the page, so that the page takes as long for a stranger as for a
/// colleague: by a letter with a link, or, where no letters are sent, by a mark on the list that administrators see.
/// </summary>
public sealed partial class PasswordResets(IServiceScopeFactory scopes, ILogger<PasswordResets> log) : BackgroundService
{
    private readonly Channel<string> asked = Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(string email) => asked.Writer.TryWrite(email);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var email in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await AnswerAsync(scope.ServiceProvider, email, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnanswered(failure);
            }
        }
    }

    private static async Task AnswerAsync(IServiceProvider services, string email, CancellationToken cancel)
    {
        var account = await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email.Trim());
        if (account is not { DisabledUtc: null })
        {
            return;
        }

        var letters = services.GetRequiredService<Letters>();
        if (letters.AreSent)
        {
            var link = await services.GetRequiredService<OneTimeLinks>().MakeAsync(LinkPurpose.PasswordReset, account, cancel);
            var words = services.GetRequiredService<Words>();
            await letters.SendAsync(account.Email!, words["Choose another password"], words["letter.reset", account.Name, link], cancel);
            return;
        }

        account.AskForReset(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await services.GetRequiredService<NewsDb>().SaveChangesAsync(cancel);
    }

    [LoggerMessage(LogLevel.Error, "A request for a new password was not answered")]
    private partial void LogUnanswered(Exception failure);
}

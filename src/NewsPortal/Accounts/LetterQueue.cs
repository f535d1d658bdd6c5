using System.Threading.Channels;

namespace NewsPortal.Accounts;

/// <summary>
/// Answers what was asked with an e-mail address behind the page, so that the page takes as long for a stranger as for
/// somebody who is known.
/// </summary>
public abstract partial class LetterQueue(IServiceScopeFactory scopes, ILogger log) : BackgroundService
{
    private readonly Channel<string> asked = Channel.CreateBounded<string>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ask(string email) => asked.Writer.TryWrite(email.Trim());

    protected abstract Task AnswerAsync(IServiceProvider services, string email, CancellationToken cancel);

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
                LogUnanswered(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A request for a link was not answered")]
    private static partial void LogUnanswered(ILogger log, Exception failure);
}

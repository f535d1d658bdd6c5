using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace NewsPortal.Mail;

/// <summary>
/// Sends plain letters through the paper's own mail server (<c>Mail:Server</c>, <c>Mail:Port</c>, <c>Mail:User</c>,
/// <c>Mail:Password</c>, <c>Mail:From</c>). Without a server none are sent, and whoever wanted to must find another way.
/// </summary>
public sealed class Letters(IConfiguration configuration, Site site)
{
    private const int Submission = 587;
    private readonly IConfigurationSection mail = configuration.GetSection("Mail");

    public bool AreSent => mail["Server"] is { Length: > 0 };

    /// <exception cref="InvalidOperationException">No server is set.</exception>
    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        var server = AreSent ? mail["Server"]! : throw new InvalidOperationException("Mail:Server is not set.");
        using var letter = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
        letter.From.Add(new MailboxAddress(site.Name, mail["From"] ?? $"newsroom@{new Uri(site.Url).Host}"));
        letter.To.Add(MailboxAddress.Parse(to));
        using var client = new SmtpClient();
        // A password is only ever said over an encrypted line.
        var security = mail["User"] is { Length: > 0 } ? SecureSocketOptions.Auto : SecureSocketOptions.StartTlsWhenAvailable;
        await client.ConnectAsync(server, mail.GetValue("Port", Submission), security, cancel);
        if (mail["User"] is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, mail["Password"] ?? "", cancel);
        }

        await client.SendAsync(letter, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }
}

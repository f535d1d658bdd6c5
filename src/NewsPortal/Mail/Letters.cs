using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;

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

    /// <summary>Whether a letter can be addressed so.</summary>
    public static bool MayGoTo(string address) => MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address;

    /// <exception cref="InvalidOperationException">No server is set.</exception>
    public Task SendAsync(string to, string subject, string text, CancellationToken cancel) => SendAsync(new Letter(to, subject, text), cancel);

    /// <exception cref="InvalidOperationException">No server is set.</exception>
    /// <exception cref="SmtpCommandException">The server refuses it.</exception>
    /// <exception cref="FormatException">Nobody can be addressed so.</exception>
    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        var server = AreSent ? mail["Server"]! : throw new InvalidOperationException("Mail:Server is not set.");
        using var message = MessageOf(letter);
        using var client = new SmtpClient();
        // A password is only ever said over an encrypted line.
        var security = mail["User"] is { Length: > 0 } ? SecureSocketOptions.Auto : SecureSocketOptions.StartTlsWhenAvailable;
        await client.ConnectAsync(server, mail.GetValue("Port", Submission), security, cancel);
        if (mail["User"] is { Length: > 0 } user)
        {
            await client.AuthenticateAsync(user, mail["Password"] ?? "", cancel);
        }

        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }

    private MimeMessage MessageOf(Letter letter)
    {
        var host = new Uri(site.Url).Host;
        // Typed words may stand in a subject, and a line of it is all that they get.
        var message = new MimeMessage { Subject = string.Concat(letter.Subject.Select(c => char.IsControl(c) ? ' ' : c)), Body = new TextPart("plain") { Text = letter.Text } };
        message.From.Add(new MailboxAddress(site.Name, mail["From"] ?? $"newsroom@{host}"));
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.MessageId = letter.Id is { } id ? $"{id}@{host}" : MimeUtils.GenerateMessageId(host);
        // No machine is to answer it (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Thread is { } thread)
        {
            message.References.Add($"{thread}@{host}");
        }

        if (letter.EndingUrl is { } ending)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{ending}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Accounts;

public sealed class PasswordResetTests
{
    [Fact]
    public async Task Without_a_mail_server_an_administrator_sees_who_asked()
    {
        using var newsroom = new Newsroom();
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        await AskAsync(newsroom, "BO@paper.example");
        await Eventually(async () => await newsroom.WithDbAsync(db => db.Accounts.AnyAsync(account => account.ResetAskedUtc != null)));
        Assert.Contains("Asked for a new password", (await administrator.ReadAsync("/admin/accounts")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_mail_server_a_letter_brings_the_link_to_whoever_works_here_and_nobody_else_learns_of_it()
    {
        using var server = new MailServer();
        using var newsroom = new Newsroom(("Mail:Server", "127.0.0.1"), ("Mail:Port", $"{server.Port}"));
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        var known = await AskAsync(newsroom, "bo@paper.example");
        var unknown = await AskAsync(newsroom, "stranger@paper.example");
        Assert.Equal(known, unknown);

        await Eventually(() => Task.FromResult(!server.Letters.IsEmpty));
        var letter = Assert.Single(server.Letters).Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        var path = Regex.Match(letter, @"/account/link\?token=[\w-]+").Value;
        using var browser = newsroom.Stranger();
        Assert.Contains("bo@paper.example", (await browser.PageAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(Newsroom newsroom, string email)
    {
        using var browser = newsroom.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/password-reset") { Content = new FormUrlEncodedContent([new("email", email)]) };
        request.Headers.Add("X-Form-Token", await Colleague.TokenAsync(browser));
        var answer = await browser.SendAsync(request);
        return (await Html.ReadAsync(answer)).QuerySelector("[role=status]")!.TextContent;
    }

    private static async Task Eventually(Func<Task<bool>> happened)
    {
        for (var patience = 0; patience < 200 && !await happened(); patience++)
        {
            await Task.Delay(50, Xunit.TestContext.Current.CancellationToken);
        }

        Assert.True(await happened());
    }

    /// <summary>As much of a mail server (RFC 5321) as takes one letter after another.</summary>
    private sealed class MailServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public MailServer()
        {
            listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public ConcurrentBag<string> Letters { get; } = [];

        public void Dispose() => listener.Dispose();

        private async Task ServeAsync()
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream);
                await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 here");
                while (await reader.ReadLineAsync() is { } line)
                {
                    if (line.StartsWith("DATA", StringComparison.Ordinal))
                    {
                        await writer.WriteLineAsync("354 go on");
                        Letters.Add(await LetterAsync(reader));
                    }

                    await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 fine");
                }
            }
        }

        private static async Task<string> LetterAsync(StreamReader reader)
        {
            var text = new System.Text.StringBuilder();
            while (await reader.ReadLineAsync() is { } line && line != ".")
            {
                text.Append(line).Append("\r\n");
            }

            return text.ToString();
        }
    }
}

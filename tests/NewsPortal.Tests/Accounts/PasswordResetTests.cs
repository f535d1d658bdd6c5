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
        using var newsroom = new Newsroom(server.Settings);
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        var known = await AskAsync(newsroom, "bo@paper.example");
        var unknown = await AskAsync(newsroom, "stranger@paper.example");
        Assert.Equal(known, unknown);

        var path = MailServer.PathIn(Assert.Single(await server.ReceivedAsync(1)));
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
}

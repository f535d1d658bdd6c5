using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Accounts.Readers;

/// <summary>A reader joins by a letter to their own address, of which nothing can be read afterwards.</summary>
public sealed class JoiningTests : IDisposable
{
    private const string Email = "quillwort.mailbox@example.org";
    private readonly MailServer server = new();
    private readonly Newsroom newsroom;
    private readonly HttpClient browser;

    public JoiningTests()
    {
        newsroom = new Newsroom(server.Settings);
        browser = newsroom.Stranger();
    }

    public void Dispose()
    {
        browser.Dispose();
        newsroom.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task The_link_makes_a_reader_only_when_it_is_used_and_once()
    {
        await AskAsync(Email);
        var path = MailServer.PathIn((await server.ReceivedAsync(1))[0]);
        Assert.Contains(Email, (await browser.PageAsync(path)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.Accounts.CountAsync()));

        var joined = await ConfirmAsync(path, "Quill Wort", Colleague.Password);
        Assert.Equal("/account/me", joined.Headers.Location?.ToString());
        Assert.Contains("Quill Wort", (await browser.PageAsync("/account/me")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        using var elsewhere = newsroom.Stranger();
        Assert.Equal("/account/me", (await Newsroom.EnterAsync(elsewhere, Email.ToUpperInvariant(), Colleague.Password)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_reader_without_a_password_comes_in_by_a_link_that_needs_a_press_and_works_once()
    {
        await AskAsync(Email);
        await ConfirmAsync(MailServer.PathIn((await server.ReceivedAsync(1))[0]), "Quill Wort", "");
        using var elsewhere = newsroom.Stranger();
        await AskAsync(Email);
        var path = MailServer.PathIn((await server.ReceivedAsync(2))[1]);
        for (var look = 0; look < 2; look++)
        {
            Assert.NotNull((await elsewhere.PageAsync(path)).QuerySelector("form[action='/account/link'] button"));
        }

        var token = path.Split('=')[1];
        Assert.Equal("/account/me", (await SendAsync(elsewhere, "/account/link", ("Token", token))).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(elsewhere, "/account/link", ("Token", token))).StatusCode);
    }

    [Fact]
    public async Task Known_unknown_and_colleague_are_answered_the_same_on_the_page_and_each_in_their_letter()
    {
        await newsroom.JoinAsync("Quill Wort", Email);
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        var answers = new List<string>();
        foreach (var email in new[] { Email, "bo@paper.example", "stranger@example.org" })
        {
            answers.Add((await Html.ReadAsync(await AskAsync(email))).QuerySelector("main")!.TextContent);
            await server.ReceivedAsync(answers.Count);
        }

        Assert.Single(answers.Distinct());
        var letters = await server.ReceivedAsync(3);
        Assert.StartsWith("/account/link?token=", MailServer.PathIn(letters[0]), StringComparison.Ordinal);
        Assert.Equal("/account/sign-in", MailServer.PathIn(letters[1]));
        Assert.StartsWith("/account/join/confirmation?ticket=", MailServer.PathIn(letters[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobodys_letter_box_is_filled_and_an_address_that_is_none_is_told_so()
    {
        for (var ask = 0; ask < 5; ask++)
        {
            await AskAsync(Email);
        }

        await AskAsync("other@example.org");
        Assert.Equal(SignInThrottle.LettersPerName + 1, (await server.ReceivedAsync(SignInThrottle.LettersPerName + 1)).Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AskAsync("no address")).StatusCode);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_that_nobody_can_join()
    {
        using var silent = new Newsroom();
        using var stranger = silent.Stranger();
        var page = await stranger.PageAsync("/account/join");
        Assert.Null(page.QuerySelector("input[type=email]"));
        Assert.Contains("sends no letters", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "four words at night", "Name")]
    [InlineData("Quill Wort", "short", "Password")]
    [InlineData("Quill Wort", "quillwort.mailbox at home", "Password")]
    public async Task What_cannot_stand_is_said_beside_its_field_and_the_link_stays_good(string name, string password, string field)
    {
        await AskAsync(Email);
        var path = MailServer.PathIn((await server.ReceivedAsync(1))[0]);
        var refused = await ConfirmAsync(path, name, password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.NotNull((await Html.ReadAsync(refused)).QuerySelector($"[role=alert] a[href='#{field}']"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_reader_is_on_no_list_of_the_newsroom_and_no_administrator_makes_one()
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        var reader = await newsroom.JoinAsync("Quill Wort", Email);
        Assert.DoesNotContain("Quill Wort", (await administrator.ReadAsync("/admin/accounts")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Reader", (await administrator.ReadAsync("/admin/accounts")).QuerySelectorAll("option").Select(option => option.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/admin/accounts/{reader.Id}")).StatusCode);
        foreach (var email in new[] { Email, "new@example.org" })
        {
            var refused = await Html.ReadAsync(await administrator.PostAsync("/admin/accounts", ("Name", "N"), ("Email", email), ("Role", email == Email ? "Editor" : "Reader")));
            Assert.NotNull(refused.QuerySelector("[role=alert]"));
        }

        await administrator.PostAsync($"/admin/accounts/{administrator.Person.Id}", ("Role", "Reader"));
        Assert.Equal(2, await newsroom.WithDbAsync(db => db.Accounts.CountAsync()));
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Accounts.OfStaff().CountAsync()));
    }

    [Fact]
    public async Task A_paper_that_only_readers_joined_is_still_to_be_set_up()
    {
        await newsroom.JoinAsync("Quill Wort", Email);
        Assert.NotNull(await newsroom.WithAsync(services => services.GetRequiredService<OneTimeLinks>().ForSetUpAsync()));
    }

    [Fact]
    public async Task The_files_never_tell_the_address_and_erasing_leaves_nothing_of_the_reader()
    {
        await AskAsync(Email);
        await ConfirmAsync(MailServer.PathIn((await server.ReceivedAsync(1))[0]), "Quillwort Namesake", Colleague.Password);
        await AskAsync(Email);
        await server.ReceivedAsync(2);
        Assert.Empty(await FoundAsync(Email));
        Assert.NotEmpty(await FoundAsync("Quillwort Namesake"));
        Assert.Contains(Email, await browser.GetStringAsync("/comments/me/export"), StringComparison.Ordinal);

        using var elsewhere = newsroom.Stranger();
        (await Newsroom.EnterAsync(elsewhere, Email, Colleague.Password)).EnsureSeeOther();
        var erased = await SendAsync(browser, "/comments/me/erasure", ("sure", "true"));
        Assert.Contains("is erased", await erased.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account/me")).StatusCode);
        Assert.Equal((0, 0, 0), await newsroom.WithDbAsync(async db => (await db.Accounts.CountAsync(), await db.StaffSessions.CountAsync(), await db.OneTimeLinks.CountAsync(link => link.AccountId != null))));
        Assert.Equal([AuditKind.ReaderJoined, AuditKind.ReaderErased], await newsroom.WithDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync()));
        Assert.Empty(await FoundAsync("Quillwort Namesake"));
    }

    [Fact]
    public async Task A_reader_changes_name_and_password_and_every_other_browser_is_signed_out()
    {
        using var reader = await newsroom.ColleagueAsync(Role.Reader);
        using var elsewhere = newsroom.Stranger();
        (await Newsroom.EnterAsync(elsewhere, "reader1@paper.example", Colleague.Password)).EnsureSeeOther();
        (await reader.PostAsync("/account/me/name", ("name", "Another Name"))).EnsureSeeOther();
        (await reader.PostAsync("/account/me/password", ("current", Colleague.Password), ("next", "a lamp on the quay"))).EnsureSeeOther();
        var page = await reader.ReadAsync("/account/me");
        Assert.Equal("Another Name", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("is changed", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/admin")).StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(string email) => SendAsync(browser, "/account/join", ("email", email));

    private Task<HttpResponseMessage> ConfirmAsync(string path, string name, string password)
        => SendAsync(browser, "/account/join/confirmation", ("Ticket", path.Split('=')[1]), ("Name", name), ("Password", password));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Add("X-Form-Token", await Colleague.TokenAsync(browser));
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> FoundAsync(string token)
    {
        var database = new SqliteConnectionStringBuilder(newsroom.Database.ConnectionString).DataSource;
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(newsroom.StorageFolder, "*", SearchOption.AllDirectories).Append(database).Append(database + "-wal").Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            if (Encoding.UTF8.GetString(bytes).Contains(token, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(Path.GetFileName(file));
            }
        }

        return found;
    }
}

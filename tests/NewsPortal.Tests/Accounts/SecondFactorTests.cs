using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Accounts;

public sealed class SecondFactorTests : IDisposable
{
    private readonly Newsroom newsroom = new(("Newsroom:RequireSecondFactor", "true"));

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Whoever_may_publish_gets_no_further_than_their_account_until_they_add_one()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        using var contributor = await newsroom.ColleagueAsync(Role.Contributor);

        Assert.Equal("/admin/me", (await editor.GetAsync("/admin")).Headers.Location?.ToString());
        Assert.NotNull((await editor.ReadAsync("/admin/me")).QuerySelector("[role=alert]"));
        Assert.Equal(HttpStatusCode.OK, (await contributor.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task An_authenticator_is_added_asked_for_and_its_code_works_once()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var key = await AddAsync(editor);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/admin")).StatusCode);

        var code = Code(key);
        using var browser = newsroom.Stranger();
        Assert.Equal("/admin", (await EnterWithAsync(browser, editor, code)).Headers.Location?.ToString());
        using var shoulder = newsroom.Stranger();
        Assert.Equal(HttpStatusCode.BadRequest, (await EnterWithAsync(shoulder, editor, code)).StatusCode);
        Assert.StartsWith("/account/sign-in", (await shoulder.GetAsync("/admin")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_opens_the_door_once_however_it_is_typed()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await AddAsync(editor);
        var codes = Html.Parse(await (await editor.PostAsync("/admin/me/recovery-codes", ("current", Colleague.Password))).Content.ReadAsStringAsync()).Texts(".codes code");
        Assert.Equal(10, codes.Count);

        using var browser = newsroom.Stranger();
        Assert.Equal("/admin", (await EnterWithAsync(browser, editor, codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))).Headers.Location?.ToString());
        using var again = newsroom.Stranger();
        Assert.Equal(HttpStatusCode.BadRequest, (await EnterWithAsync(again, editor, codes[3])).StatusCode);
    }

    [Fact]
    public async Task A_forgotten_password_is_no_way_round_it()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await AddAsync(editor);
        var link = await newsroom.WithAsync(async services => await services.GetRequiredService<OneTimeLinks>().MakeAsync(
            LinkPurpose.PasswordReset, await services.GetRequiredService<UserManager<Account>>().FindByIdAsync($"{editor.Person.Id}")));
        using var browser = newsroom.Stranger();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/link")
        {
            Content = new FormUrlEncodedContent([new("Token", link.Split("token=")[1]), new("Password", "another four words here")]),
        };
        request.Headers.Add("X-Form-Token", await Colleague.TokenAsync(browser));
        Assert.Equal("/account/sign-in", (await browser.SendAsync(request)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_ticket_that_was_made_up_or_is_too_old_opens_nothing()
    {
        using var browser = newsroom.Stranger();
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, "/account/second-factor", ("Ticket", "made up"), ("Code", "123456"))).StatusCode);
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var key = await AddAsync(editor);
        var ticket = Html.Parse(await (await Newsroom.EnterAsync(browser, Email(editor), Colleague.Password)).Content.ReadAsStringAsync())
            .QuerySelector("[name=Ticket]")!.GetAttribute("value")!;
        newsroom.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(browser, "/account/second-factor", ("Ticket", ticket), ("Code", Code(key)))).StatusCode);
    }

    [Fact]
    public async Task Changing_the_password_signs_out_every_other_browser_and_not_this_one()
    {
        using var contributor = await newsroom.ColleagueAsync(Role.Contributor);
        using var other = newsroom.Stranger();
        (await Newsroom.EnterAsync(other, Email(contributor), Colleague.Password)).EnsureSeeOther();

        await contributor.PostAsync("/admin/me/password", ("current", Colleague.Password), ("next", "quite other words now"));

        Assert.Equal(HttpStatusCode.OK, (await contributor.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/admin")).StatusCode);
    }

    private static string Email(Colleague person) => $"{person.Person.Role}{person.Person.Name.Split(' ')[^1]}@paper.example".ToLowerInvariant();

    private async Task<string> AddAsync(Colleague person)
    {
        var page = await person.ReadAsync("/admin/me/authenticator");
        var key = page.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        // The code that sets it up is not the one that enters: a minute passes, as it would.
        var codes = Html.Parse(await (await person.PostAsync("/admin/me/authenticator", ("code", Code(key)))).Content.ReadAsStringAsync()).Texts(".codes code");
        Assert.Equal(10, codes.Count);
        Assert.True(await newsroom.WithDbAsync(db => db.Accounts.Where(account => account.Id == person.Person.Id).Select(account => account.TwoFactorEnabled).SingleAsync()));
        return key;
    }

    private static async Task<HttpResponseMessage> EnterWithAsync(HttpClient browser, Colleague person, string code)
    {
        var asked = Html.Parse(await (await Newsroom.EnterAsync(browser, Email(person), Colleague.Password)).Content.ReadAsStringAsync());
        return await PostAsync(browser, "/account/second-factor", ("Ticket", asked.QuerySelector("[name=Ticket]")!.GetAttribute("value")!), ("Code", code));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("X-Form-Token", await Colleague.TokenAsync(browser));
        return await browser.SendAsync(request);
    }

    /// <summary>RFC 6238 with the parameters that authenticator apps take for granted: SHA-1, 30 seconds, six digits.</summary>
    private static string Code(string base32)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        // Identity's provider reads the machine's clock, not the test's.
#pragma warning disable RS0030, CA5350
        var step = BitConverter.GetBytes(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30).Reverse().ToArray();
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore RS0030, CA5350
        var at = hash[^1] & 0xf;
        var number = (((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3]) % 1_000_000;
        return number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Accounts;

public sealed class DoorTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task An_empty_newsroom_is_set_up_by_a_link_that_works_once()
    {
        var path = await SetUpPathAsync();
        using var browser = newsroom.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);

        var done = await FollowAsync(browser, path, ("Name", "Ada Önder"), ("Email", "ada@paper.example"), ("Password", "a lamp on the quay"));

        Assert.Equal("/admin", done.Headers.Location?.ToString());
        Assert.Contains("Ada Önder", WebUtility.HtmlDecode(await browser.GetStringAsync("/admin")), StringComparison.Ordinal);
        using var second = newsroom.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(path)).StatusCode);
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task No_link_sets_up_a_newsroom_in_which_somebody_works()
    {
        var path = await SetUpPathAsync();
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        using var browser = newsroom.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        Assert.Null(await newsroom.WithAsync(services => services.GetRequiredService<OneTimeLinks>().ForSetUpAsync()));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaa")]
    [InlineData("ada@paper.example1")]
    public async Task A_password_that_would_be_guessed_is_refused_and_nothing_typed_is_lost(string password)
    {
        var path = await SetUpPathAsync();
        using var browser = newsroom.Stranger();
        var refused = await FollowAsync(browser, path, ("Name", "Ada"), ("Email", "ada@paper.example"), ("Password", password));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await Html.ReadAsync(refused);
        Assert.Equal("ada@paper.example", page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("[role=alert] a[href='#Password']"));
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task Wrong_and_unknown_are_told_the_same()
    {
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        using var browser = newsroom.Stranger();
        var wrong = await Newsroom.EnterAsync(browser, "bo@paper.example", "not this one at all");
        var unknown = await Newsroom.EnterAsync(browser, "no@paper.example", "not this one at all");
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await FaultAsync(wrong), await FaultAsync(unknown));
    }

    [Fact]
    public async Task Wrong_and_unknown_cost_the_same_one_hashing()
    {
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        var hasher = new CountingHasher();
        foreach (var email in new[] { "warm@paper.example", "bo@paper.example", "no@paper.example" })
        {
            hasher.Verified = 0;
            await newsroom.WithAsync(services =>
            {
                var accounts = services.GetRequiredService<UserManager<Account>>();
                accounts.PasswordHasher = hasher;
                return new SignIn(accounts, services.GetRequiredService<SignInThrottle>(), hasher, services.GetRequiredService<SecondFactorRule>())
                    .TryAsync(email, "not this one at all", "192.0.2.7");
            });
            Assert.Equal(1, hasher.Verified);
        }
    }

    [Fact]
    public async Task A_guesser_rests_for_a_quarter_of_an_hour_and_the_owner_elsewhere_does_not()
    {
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        using var browser = newsroom.Stranger();
        for (var guess = 0; guess < SignInThrottle.TriesPerName; guess++)
        {
            await Newsroom.EnterAsync(browser, "bo@paper.example", $"guess number {guess}");
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await Newsroom.EnterAsync(browser, "bo@paper.example", Colleague.Password)).StatusCode);
        var elsewhere = await newsroom.WithAsync(services
            => services.GetRequiredService<SignIn>().TryAsync("bo@paper.example", Colleague.Password, "192.0.2.7"));
        Assert.NotNull(elsewhere.Account);
        newsroom.Clock.Advance(SignInThrottle.Rest + TimeSpan.FromSeconds(1));
        (await Newsroom.EnterAsync(browser, "bo@paper.example", Colleague.Password)).EnsureSeeOther();
    }

    [Fact]
    public async Task A_hundred_tries_at_once_are_a_hundred_tries()
    {
        await newsroom.HireAsync(Role.Editor, "Bo", "bo@paper.example");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(guess => newsroom.WithAsync(services
            => services.GetRequiredService<SignInThrottle>().CountTryAsync("bo@paper.example", "192.0.2.7"))));
        Assert.Equal(SignInThrottle.TriesPerName, answers.Count(tries => tries.RestsUntilUtc is null));
    }

    [Fact]
    public async Task A_person_who_is_disabled_is_out_at_the_next_click()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/admin")).StatusCode);
        await newsroom.WithDbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(account => account.Id == editor.Person.Id)).Disable(newsroom.Now);
            return await db.SaveChangesAsync();
        });
        Assert.StartsWith("/account/sign-in", (await editor.GetAsync("/admin")).Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        editor.Browser.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        Assert.Equal(HttpStatusCode.Unauthorized, (await editor.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await editor.PostAsync("/account/sign-out");
        Assert.NotNull(await newsroom.WithDbAsync(db => db.StaffSessions.Select(session => session.EndedUtc).SingleAsync()));
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        using var browser = newsroom.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-out");
        request.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(request)).StatusCode);
    }

    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Verified { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private async Task<string> SetUpPathAsync()
    {
        var address = await newsroom.WithAsync(services => services.GetRequiredService<OneTimeLinks>().ForSetUpAsync());
        return new Uri(address!).PathAndQuery;
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(path, "token=([^&]+)").Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/link")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Token", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        };
        request.Headers.Add("X-Form-Token", await Colleague.TokenAsync(browser));
        return await browser.SendAsync(request);
    }

    private static async Task<string> FaultAsync(HttpResponseMessage answer) => (await Html.ReadAsync(answer)).QuerySelector("[role=alert]")!.TextContent;
}

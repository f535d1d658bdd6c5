using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Accounts.Readers;

namespace NewsPortal.Tests.Support;

/// <summary>The people of the newsroom.</summary>
public sealed partial class Newsroom
{
    private int colleagues;

    /// <summary>A browser that nobody has signed in with; it keeps cookies, and shows where it is sent.</summary>
    public HttpClient Stranger()
    {
        var browser = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return browser;
    }

    /// <summary>Makes a person and signs them in; <paramref name="sectionIds"/> limits them to sections.</summary>
    public async Task<Colleague> ColleagueAsync(Role role, string? name = null, params int[] sectionIds)
    {
        var number = Interlocked.Increment(ref colleagues);
        var email = $"{role}{number}@paper.example".ToLowerInvariant();
        var account = role == Role.Reader ? await JoinAsync(name ?? $"{role} {number}", email) : await HireAsync(role, name ?? $"{role} {number}", email, sectionIds);
        var browser = Stranger();
        (await EnterAsync(browser, email, Colleague.Password)).EnsureSeeOther();
        return new Colleague(browser, new Staffer(account.Id, account.Name, role, sectionIds));
    }

    /// <summary>An account with <see cref="Colleague.Password"/>.</summary>
    public Task<Account> HireAsync(Role role, string name, string email, params int[] sectionIds) => WithAsync(async services =>
    {
        var made = await services.GetRequiredService<Enrolment>().InviteAsync(new Invitation(email, name, role, sectionIds), Some.Tester);
        var added = await services.GetRequiredService<UserManager<Account>>().AddPasswordAsync(made.Account!, Colleague.Password);
        return added.Succeeded ? made.Account! : throw new InvalidOperationException(added.ToString());
    });

    /// <summary>A reader's account with <see cref="Colleague.Password"/>.</summary>
    public Task<Account> JoinAsync(string name, string email) => WithAsync(async services =>
        (await services.GetRequiredService<Joining>().JoinAsync(email, new JoinForm { Name = name, Password = Colleague.Password }, default)).Account!);

    public static async Task<HttpResponseMessage> EnterAsync(HttpClient browser, string email, string password)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("Email", email), KeyValuePair.Create("Password", password)]),
        };
        request.Headers.Add("X-Form-Token", await Colleague.TokenAsync(browser));
        return await browser.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
    }
}

internal static class Answers
{
    public static void EnsureSeeOther(this HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is not (302 or 303))
        {
            throw new InvalidOperationException($"Answered {(int)answer.StatusCode} where it should have led on.");
        }
    }
}

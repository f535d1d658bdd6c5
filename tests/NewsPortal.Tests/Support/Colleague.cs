using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using NewsPortal.Accounts;

namespace NewsPortal.Tests.Support;

/// <summary>Somebody of the newsroom at their browser: signed in through the real door, sends forms with the real token.</summary>
public sealed class Colleague(HttpClient browser, Staffer person) : IDisposable
{
    public const string Password = "four words at night";

    public HttpClient Browser => browser;

    public Staffer Person => person;

    public Signature Signature => person.Signature;

    public Task<IDocument> ReadAsync(string path) => browser.PageAsync(path);

    public Task<HttpResponseMessage> GetAsync(string path) => browser.GetAsync(path, Xunit.TestContext.Current.CancellationToken);

    /// <summary>Sends a form as the page's own would be sent.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(path, fields, asScript: false);

    /// <summary>Sends a form that carries files.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, MultipartFormDataContent form) => SendAsync(path, form, asScript: false);

    /// <summary>Sends it as a script would: the answer is JSON.</summary>
    public Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields) => SendAsync(path, fields, asScript: true);

    public void Dispose() => browser.Dispose();

    internal static async Task<string> TokenAsync(HttpClient browser)
    {
        var answer = await browser.GetFromJsonAsync<JsonElement>("/account/token", Xunit.TestContext.Current.CancellationToken);
        return answer.GetProperty("token").GetString()!;
    }

    private Task<HttpResponseMessage> SendAsync(string path, (string Name, string Value)[] fields, bool asScript)
        => SendAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), asScript);

    private async Task<HttpResponseMessage> SendAsync(string path, HttpContent form, bool asScript)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("X-Form-Token", await TokenAsync(browser));
        request.Headers.Accept.ParseAdd(asScript ? "application/json" : "text/html");
        return await browser.SendAsync(request, Xunit.TestContext.Current.CancellationToken);
    }
}

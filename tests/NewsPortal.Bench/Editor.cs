using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench;

/// <summary>An editor at a running newsroom: signed in through its door, sends the forms of its pages.</summary>
internal sealed partial class Editor(Child newsroom) : IDisposable
{
    public const string Email = "editor@paper.example";
    public const string Password = "four words at night";

    private readonly HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://{newsroom.Address}") };
    private string story = "";
    private string section = "";
    private string session = "";
    private string baseVersion = "";
    private int saves;
    private int flash;
    private int flashVersion;
    private string? token;

    /// <summary>Takes the editor on, who can then sign in at any process of this paper.</summary>
    public static async Task HireAsync(Paper paper, Child newsroom)
    {
        var said = await paper.AskAsync("accounts", "create", "--role", "editor", "--email", Email);
        using var editor = new Editor(newsroom);
        var link = WebUtility.UrlDecode(Token().Match(said).Groups[1].Value);
        await editor.SendAsync("/account/link", ("Token", link), ("Name", "Ed"), ("Email", Email), ("Password", Password));
    }

    public static async Task<Editor> SignInAsync(Child newsroom)
    {
        var editor = new Editor(newsroom);
        await editor.SendAsync("/account/sign-in", ("Email", Email), ("Password", Password));
        // The one so far was nobody's.
        editor.token = null;
        return editor;
    }

    /// <summary>Starts a story and opens it to write in.</summary>
    public async Task StartStoryAsync(string headline)
    {
        section = Section().Match(await browser.GetStringAsync("/admin/articles/new")).Groups[1].Value;
        var started = await SendAsync("/admin/articles/new", ("Headline", headline), ("SectionId", section));
        story = started.Headers.Location!.ToString();
        var fields = Hidden().Matches(await browser.GetStringAsync(story)).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value, StringComparer.Ordinal);
        (session, baseVersion, saves) = (fields["Session"], fields["Base"], 0);
    }

    public async Task SaveAsync(string headline, string slug, string body)
    {
        saves++;
        var saved = await SendAsync(
            $"{story}/draft",
            ("Session", session),
            ("Base", baseVersion),
            ("Number", saves.ToString(CultureInfo.InvariantCulture)),
            ("SectionId", section),
            ("Headline", headline),
            ("Slug", slug),
            ("Body", body));
        baseVersion = (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetRawText();
    }

    public Task PublishAsync() => SendAsync($"{story}/publication", ("Version", baseVersion), ("Substantive", "true"));

    /// <summary>Goes live with the story.</summary>
    public Task CoverAsync() => SendAsync($"{story}/live");

    public Task OpenLiveDeskAsync() => browser.GetStringAsync($"{story}/live");

    public Task SendEntryAsync(string words, bool isKey)
        => SendAsync($"{story}/live/entries", ("Words", words), ("IsKey", isKey ? "true" : "false"), ("Key", Guid.NewGuid().ToString()));

    /// <summary>Puts a line on air.</summary>
    public async Task RaiseFlashAsync(string text)
    {
        section = Section().Match(await browser.GetStringAsync("/admin/articles/new")).Groups[1].Value;
        var raised = await SendAsync("/admin/breaking", ("Text", text), ("SectionId", section), ("Level", "LastMinute"), ("Minutes", "60"), ("Key", Guid.NewGuid().ToString()));
        flash = (await raised.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("flash").GetInt32();
        var page = await browser.GetStringAsync(FlashAddress);
        flashVersion = int.Parse(Version().Match(page).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    /// <summary>Changes its words.</summary>
    public Task CorrectFlashAsync(string text)
        => SendAsync($"{FlashAddress}/correction", ("Version", (flashVersion++).ToString(CultureInfo.InvariantCulture)), ("Text", text), ("Level", "LastMinute"));

    /// <summary>Where readers find the published story: whatever else is written before its number leads there.</summary>
    public async Task<string> AddressAsync()
        => (await browser.GetAsync($"/page/story-{story.Split('/')[^1]}")).Headers.Location!.ToString();

    private string FlashAddress => string.Create(CultureInfo.InvariantCulture, $"/admin/breaking/{flash}");

    /// <summary>Any page of the newsroom.</summary>
    public Task<string> OpenAsync(string path) => browser.GetStringAsync(path);

    public void Dispose() => browser.Dispose();

    /// <summary>Any of its forms.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        token ??= (await browser.GetFromJsonAsync<JsonElement>("/account/token")).GetProperty("token").GetString();
        request.Headers.Add("X-Form-Token", token);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Accept.ParseAdd(path.EndsWith("/draft", StringComparison.Ordinal) || path.StartsWith("/admin/breaking", StringComparison.Ordinal) ? "application/json" : "text/html");
        var answer = await browser.SendAsync(request);
        return (int)answer.StatusCode < 400 ? answer : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    [GeneratedRegex("""[?&]token=(\S+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""<option value="(\d+)""")]
    private static partial Regex Section();

    [GeneratedRegex("""name="Version" value="(\d+)""")]
    private static partial Regex Version();

    [GeneratedRegex("""<input type="hidden" name="(Session|Base)" value="([^"]*)">""")]
    private static partial Regex Hidden();
}

using System.Collections.Concurrent;
using NewsPortal.Accounts;

[assembly: AssemblyFixture(typeof(NewsPortal.BrowserTests.Support.PressRoom))]

namespace NewsPortal.BrowserTests.Support;

/// <summary>The editions of the paper and one Chromium to read them with, for the whole run; each is started when first asked for.</summary>
public sealed class PressRoom : IAsyncDisposable
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-browser-").FullName;
    private readonly ConcurrentDictionary<(Language Language, bool ForWriters), Lazy<Task<Edition>>> editions = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<Look>>> looks = new(StringComparer.Ordinal);

    // One class asks for nearly all looks, one after the other: alone it would leave a processor idle.
    private readonly SemaphoreSlim eyes = new(Environment.ProcessorCount);
    private readonly ConcurrentDictionary<(string Url, Role Role), Lazy<Task<string>>> badges = new();
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> chromium = new(() => LaunchAsync());
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> remembering = new(() => LaunchAsync("--disable-back-forward-cache"));

    /// <summary>The edition that is read. Nothing is published in it, so its pages look the same whatever ran before.</summary>
    public Task<Edition> EditionAsync(Language language) => StartedAsync(language, forWriters: false);

    /// <summary>The edition for tests that write and publish.</summary>
    public Task<Edition> WritersEditionAsync(Language language) => StartedAsync(language, forWriters: true);

    /// <summary>What was seen on a template at all widths. It is looked at once, whoever asks, and another one meanwhile.</summary>
    public Task<Look> LookAtAsync(string template)
    {
        var asked = BeginLook(template);
        if (Template.All.FirstOrDefault(other => !looks.ContainsKey(other.Name)) is { } next)
        {
            _ = BeginLook(next.Name);
        }

        return asked;
    }

    public async Task<string> AddressAsync(Template template)
    {
        var edition = await EditionAsync(template.Language);
        return edition.Url + await edition.AskAsync(template.Address);
    }

    public Task<string> AddressAsync(string template) => AddressAsync(Template.Named(template));

    /// <summary>A fresh browser profile of whoever may see a template.</summary>
    public async Task<IBrowserContext> ReaderOfAsync(Template template, BrowserNewContextOptions? options = null)
        => template.As is { } role ? await ColleagueAsync(await EditionAsync(template.Language), role, options) : await ReaderAsync(options);

    /// <summary>A fresh browser profile in which somebody of that role is signed in, each time the same person.</summary>
    public async Task<IBrowserContext> ColleagueAsync(Edition edition, Role role, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.StorageState = await badges.GetOrAdd((edition.Url, role), _ => new(() => SignInAsync(edition, role))).Value;
        return await ReaderAsync(options);
    }

    /// <summary>A fresh browser profile. The service worker is kept out unless the test is about it.</summary>
    public async Task<IBrowserContext> ReaderAsync(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ServiceWorkers ??= ServiceWorkerPolicy.Block;
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        var (_, browser) = await chromium.Value;
        return await browser.NewContextAsync(options);
    }

    /// <summary>A reader whose browser keeps the pages they leave, as browsers do outside of tests.</summary>
    public async Task<IBrowserContext> RememberingReaderAsync()
    {
        var (_, browser) = await remembering.Value;
        return await browser.NewContextAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block });
    }

    public async ValueTask DisposeAsync()
    {
        eyes.Dispose();
        foreach (var launched in new[] { chromium, remembering }.Where(launched => launched.IsValueCreated))
        {
            var (playwright, browser) = await launched.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }

        foreach (var edition in editions.Values.Where(edition => edition.Value.IsCompletedSuccessfully))
        {
            await (await edition.Value).DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private Task<Look> BeginLook(string template) => looks.GetOrAdd(template, name => new(() => LookInTurnAsync(Template.Named(name)))).Value;

    private async Task<Look> LookInTurnAsync(Template template)
    {
        await eyes.WaitAsync();
        try
        {
            return await Look.TakeAsync(this, template);
        }
        finally
        {
            eyes.Release();
        }
    }

    private Task<Edition> StartedAsync(Language language, bool forWriters)
        => editions.GetOrAdd((language, forWriters), _ => new(() => language switch
        {
            Language.Turkish => Edition.StartAsync(folder, "tr-TR", "Europe/Istanbul", forWriters),
            Language.Arabic => Edition.StartAsync(folder, "ar-SA", "Asia/Riyadh", forWriters),
            _ => Edition.StartAsync(folder, "en-GB", "Europe/London", forWriters),
        })).Value;

    private async Task<string> SignInAsync(Edition edition, Role role)
    {
        var email = await edition.HireAsync(role);
        await using var browser = await ReaderAsync();
        var page = await browser.NewPageAsync();
        await page.SignInAsync(edition.Url, email);
        return await browser.StorageStateAsync();
    }

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync(params string[] withoutSwitches)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = Switches,
            IgnoreDefaultArgs = withoutSwitches,
        });
        return (playwright, browser);
    }
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NewsPortal.Data;

namespace NewsPortal.Tests.Support;

/// <summary>
/// The whole application over a database of its own, with a clock that the test holds. It is empty unless the test
/// puts something in: <c>newsroom.PublishAsync(Some.Story())</c>.
/// </summary>
public sealed partial class Newsroom : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = [];
    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-").FullName;
    private bool disposed;

    public Newsroom(params (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in Database.Settings)
        {
            this.settings[key] = value!;
        }

        this.settings["Storage:Path"] = folder;
        this.settings["Seed:Demo"] = "false";
        this.settings["Serilog:MinimumLevel:Default"] = "Warning";
        this.settings["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning";
        this.settings["Serilog:MinimumLevel:Override:NewsPortal.Accounts.SetUpLink"] = "Error";
        foreach (var (key, value) in settings)
        {
            this.settings[key] = value;
        }
    }

    public TestDatabase Database { get; } = new();

    /// <summary>Noon on a Sunday in November, UTC, until the test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public string StorageFolder => folder;

    /// <summary>What the test registers beside the application's own parts.</summary>
    public Action<IServiceCollection> Guests { get; init; } = _ => { };

    /// <summary>A reader's browser that shows where it is sent instead of going there.</summary>
    public HttpClient Reader() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Does something with services of one scope, as a request or an errand would.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task WithAsync(Func<IServiceProvider, Task> work) => WithAsync(async services =>
    {
        await work(services);
        return true;
    });

    public Task<T> WithDbAsync<T>(Func<NewsDb, Task<T>> work) => WithAsync(services => work(services.GetRequiredService<NewsDb>()));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => Guests(services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))));
    }

    protected override IHost CreateHost(IHostBuilder builder) => StatementCount.Beginning(() => base.CreateHost(builder));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !disposed)
        {
            disposed = true;
            Database.Dispose();
            TempFolder.Delete(folder);
        }
    }
}

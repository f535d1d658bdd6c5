using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Accounts.Readers;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Markup;
using NewsPortal.Sections;
using NewsPortal.Shared;

namespace NewsPortal.BrowserTests.Support;

/// <summary>The whole program with the demo paper in it, in one language, on a port of this machine that browsers can reach.</summary>
public sealed class Edition : WebApplicationFactory<Program>
{
    public const string Password = "four words at night";

    public const string Handed = "who-inspects-the-inspectors";
    public const string Planned = "halls-buses-telephones-tonight";

    private const string Withdrawn = "a-ropemaker-a-flood";

    private readonly Dictionary<string, string> settings;
    private int colleagues;

    private Edition(string folder, string culture, string zone, bool forWriters)
    {
        var port = FreePort();
        Url = $"http://localhost:{port}";
        settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Site:Url"] = Url,
            ["Site:Culture"] = culture,
            ["Site:TimeZone"] = zone,
            // One folder for all editions, so that a picture is scaled once.
            ["Storage:Path"] = folder,
            ["ConnectionStrings:News"] = $"Data Source={Path.Combine(folder, forWriters ? $"{culture}-writers.db" : $"{culture}.db")}",
            ["Serilog:MinimumLevel:Default"] = "Warning",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Warning",
        };
        // Letters are offered and nobody takes them in. In Arabic, and to English writers, the paper sends none.
        if (culture == "tr-TR" || (culture == "en-GB" && !forWriters))
        {
            (settings["Mail:Server"], settings["Mail:Port"]) = ("127.0.0.1", "9");
        }

        UseKestrel(port);
    }

    /// <summary>Without a slash at the end.</summary>
    public string Url { get; }

    public static async Task<Edition> StartAsync(string folder, string culture, string zone, bool forWriters)
    {
        var edition = new Edition(folder, culture, zone, forWriters);
        await Task.Run(edition.StartServer);
        await edition.MakeRareStatesAsync();
        await edition.AddAsync();
        return edition;
    }

    public async Task<T> AskAsync<T>(Func<NewsDb, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<NewsDb>());
    }

    public async Task WithServicesAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>A word of the interface in this edition's language.</summary>
    public string Say(string key, params object[] values)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Services.GetRequiredService<Site>().Culture;
        try
        {
            return Services.GetRequiredService<Words>()[key, values];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Takes on a colleague with <see cref="Password"/>; returns their address.</summary>
    public async Task<string> HireAsync(Role role, string? name = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var number = Interlocked.Increment(ref colleagues);
        if (role == Role.Reader)
        {
            await scope.ServiceProvider.GetRequiredService<Joining>().JoinAsync($"reader{number}@reader.example", new JoinForm { Name = name ?? $"Reader {number}", Password = Password }, default);
            return $"reader{number}@reader.example";
        }

        var made = await scope.ServiceProvider.GetRequiredService<Enrolment>().InviteAsync(new Invitation($"colleague{number}@paper.example", name ?? $"{role} {number}", role, []), Signature.OfProcess("Test"));
        await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().AddPasswordAsync(made.Account!, Password);
        return made.Account!.Email!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    }

    // What the demo paper does not have: a withdrawn story and a section that nothing stands in yet.
    private Task<int> MakeRareStatesAsync() => AskAsync(async db =>
    {
        var story = await db.Articles.Include(a => a.Tags).Include(a => a.Bylines).Include(a => a.Section).Include(a => a.Draft).SingleAsync(a => a.Slug.StartsWith(Withdrawn));
        story.Withdraw(Signature.OfProcess("Test"), "The figures were those of another year. We are counting again.", TimeProvider.System.GetUtcNow().UtcDateTime);
        db.Add(new Section { Slug = "weather", Name = "Weather", Position = 90 });
        db.AddRange(StoriesInWork(story.SectionId!.Value, TimeProvider.System.GetUtcNow().UtcDateTime));
        return await db.SaveChangesAsync();
    });

    // One for every place of the desk: handed in, sent back, planned, planned and late, with faults to be found.
    private static List<Article> StoriesInWork(int section, DateTime now)
    {
        var tomas = new Signature(900, "Tomas Reyl");
        Article Start(string slug, string headline, string? standfirst = "What the harbour board knew.") => Article.Start(
            ArticleKind.Story,
            new Copy { Headline = headline, Slug = slug, Standfirst = standfirst, SectionId = section, Body = "Words. [Gone](/world/gone-999999)" },
            new RenderedBody("<p>Words.</p>", "words", 1, ArticleMarkup.Version),
            tomas,
            now);
        var (review, back, planned, stuck) = (
            Start(Handed, "Who inspects the inspectors? Eleven months without a log"),
            Start("five-ways-to-cook-a-squash", "Five ways to cook a winter squash, ranked by a child"),
            Start(Planned, "Halls, buses, telephones: what is open tonight", standfirst: null),
            Start("the-evening-letter", "The evening letter"));
        review.Draft.HandIn(tomas, now, "Asked for by 15:00. The lawyers have seen it.");
        back.Draft.HandIn(tomas, now);
        back.Draft.SendBack(tomas, now, "Who says that children like it?");
        planned.PlanPublication(tomas, WallTime.Of(now.AddDays(1), TimeZoneInfo.Utc), now);
        stuck.PlanPublication(tomas, WallTime.Of(now.AddMinutes(-12), TimeZoneInfo.Utc), now.AddHours(-1));
        return [review, back, planned, stuck];
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;
using Serilog.Core;
using Serilog.Events;

namespace NewsPortal.Tests.Comments;

/// <summary>What the paper knows of a commenter is little, sealed, forgotten in time, and gone when they ask.</summary>
public sealed class PrivacyTests : IDisposable
{
    private const string Name = "Quillwort Namesake";
    private const string Email = "quillwort.mailbox@example.org";
    private const string Address = "203.0.113.77";
    private const string Shown = "Quillwort remarkable words about the bridge and the ferry.";
    private const string Answer = "Quillwort answering words about the gate.";
    private const string Refused = "Quillwort refused words about the mayor.";

    private const string Plea = "Quillwort pleading words about the mayor.";

    private static readonly string[] Tokens = ["Quillwort", "quillwort", Address];

    private readonly KeptLog log = new();
    private readonly Newsroom newsroom;
    private readonly Correspondent reader;

    public PrivacyTests()
    {
        // All that the paper's own rooms ever say, beside what is logged where nothing is set.
        newsroom = new Newsroom(("Comments:KeepEmailDays", "60"), ("Serilog:MinimumLevel:Default", "Verbose"))
        {
            Guests = services => services.AddSingleton<IStartupFilter, Addresses>().AddSingleton<ILogEventSink>(log),
        };
        reader = new Correspondent(newsroom);
        reader.Browser.DefaultRequestHeaders.Add(Addresses.Header, Address);
    }

    public void Dispose()
    {
        reader.Dispose();
        newsroom.Dispose();
    }

    [Fact]
    public async Task The_database_alone_tells_no_address_and_equal_ones_are_equal()
    {
        await PostAsync("The first words of three.");
        await PostAsync("Other words, by the same person.", ("email", Email.ToUpperInvariant()));
        await PostAsync("Words of another person altogether.", ("email", "other@example.org"));
        var kept = await newsroom.WithDbAsync(db => db.Comments.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        Assert.Equal(kept[0].EmailKey, kept[1].EmailKey);
        Assert.NotEqual(kept[0].EmailKey, kept[2].EmailKey);
        Assert.All(kept, comment => Assert.DoesNotContain("example.org", comment.EmailSealed!, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await FoundAsync([Email, Address, "other@example.org"]));
    }

    [Fact]
    public async Task Whoever_is_banned_by_e_mail_is_told_so_in_another_browser()
    {
        await PostAsync(Shown);
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Ban.Impose(await db.Comments.SingleAsync(), BanKind.Email, "Threats.", newsroom.Now.AddDays(1), Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        using var elsewhere = new Correspondent(newsroom);
        using var answer = await elsewhere.PostAsync(await StoryAsync(), "Me again.", ("email", " " + Email));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_old_is_forgotten()
    {
        var (refused, shown) = (await PostAsync(Refused), await PostAsync(Shown));
        await DecideAsync(refused, CommentState.Rejected);
        await DecideAsync(shown, CommentState.Approved);
        newsroom.Clock.Advance(TimeSpan.FromDays(8));
        await Eventually.IsAsync(async () => (await FindAsync(shown)) is { NetworkId: null, EmailSealed: not null });
        newsroom.Clock.Advance(TimeSpan.FromDays(53));
        await Eventually.IsAsync(async () => (await FindAsync(shown)) is { EmailSealed: null, EmailKey: null, Body: Shown });
        newsroom.Clock.Advance(TimeSpan.FromDays(30));
        await Eventually.IsAsync(async () => (await FindAsync(refused)) is { State: CommentState.Erased, Body: "" });
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.QueueCounts.Where(c => c.Queue == CommentQueue.Rejected).SumAsync(c => c.Count)));
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Commenters.Select(c => c.Rejected).SingleAsync()));
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.NetworkKeys.CountAsync()));
    }

    [Fact]
    public async Task What_was_refused_today_can_be_put_back_however_old_it_is()
    {
        var (old, late) = (await PostAsync(Refused), await PostAsync(Shown));
        await DecideAsync(old, CommentState.Rejected);
        newsroom.Clock.Advance(TimeSpan.FromDays(85));
        await DecideAsync(late, CommentState.Rejected);
        newsroom.Clock.Advance(TimeSpan.FromDays(10));
        await Eventually.IsAsync(async () => (await FindAsync(old)) is { State: CommentState.Erased });
        Assert.Equal(Shown, (await FindAsync(late)).Body);
    }

    [Fact]
    public async Task A_reader_takes_along_what_is_kept_and_has_it_erased_to_the_last_byte()
    {
        var (story, shown, refused) = await WrittenAsync();
        var kept = await reader.Browser.GetStringAsync("/comments/me/export", TestContext.Current.CancellationToken);
        Assert.All([Shown, Answer, Refused, Plea], words => Assert.Contains(words, kept, StringComparison.Ordinal));
        Assert.Contains(Email, kept, StringComparison.Ordinal);
        Assert.NotEmpty(await FoundAsync(Tokens));

        using var unsure = await reader.SendAsync("/comments/me/erasure");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.StatusCode);
        using var done = await reader.SendAsync("/comments/me/erasure", ("sure", "true"));
        Assert.Contains("is erased", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["\"storage\""], done.Headers.GetValues("Clear-Site-Data"));
        await AssertGoneAsync(story, shown, refused);
        Assert.Empty((await reader.Browser.PageAsync("/comments/me")).QuerySelectorAll(".comment"));
    }

    [Fact]
    public async Task What_is_taken_along_tells_no_more_of_spam_than_the_page()
    {
        await DecideAsync(await PostAsync(Refused), CommentState.Spam, "Quillwort again");
        var kept = (await reader.Browser.GetFromJsonAsync<JsonElement>("/comments/me/export", TestContext.Current.CancellationToken)).GetProperty("comments")[0];
        Assert.Equal(("Pending", JsonValueKind.Null), (kept.GetProperty("state").GetString(), kept.GetProperty("decidedUtc").ValueKind));
        Assert.DoesNotContain("again", kept.GetRawText(), StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        kept = (await reader.Browser.GetFromJsonAsync<JsonElement>("/comments/me/export", TestContext.Current.CancellationToken)).GetProperty("comments")[0];
        Assert.Equal(("Rejected", JsonValueKind.String), (kept.GetProperty("state").GetString(), kept.GetProperty("decidedUtc").ValueKind));
    }

    [Fact]
    public async Task An_administrator_has_it_erased_for_whoever_asks_and_nobody_else_does()
    {
        var (story, shown, refused) = await WrittenAsync();
        var person = await newsroom.WithDbAsync(db => db.Comments.Where(c => c.Id == shown).Select(c => c.CommenterId).SingleAsync());
        await newsroom.WithDbAsync(async db =>
        {
            var banned = await db.Comments.SingleAsync(c => c.Id == refused);
            db.AddRange(Enum.GetValues<BanKind>().Select(kind => Ban.Impose(banned, kind, "Threats.", newsroom.Now.AddDays(1), Some.Ada, newsroom.Now)));
            return await db.SaveChangesAsync();
        });
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.PostAsync($"/admin/comments/people/{person}/erasure")).StatusCode);
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        Assert.Contains("3 comments are emptied.", (await administrator.ReadAsync($"/admin/comments/people/{person}/erasure")).QuerySelector("form.block")!.TextContent, StringComparison.Ordinal);
        (await administrator.PostAsync($"/admin/comments/people/{person}/erasure")).EnsureSeeOther();
        await AssertGoneAsync(story, shown, refused);
        Assert.Equal([BanKind.Email, BanKind.Network], await newsroom.WithDbAsync(db => db.Bans.OrderBy(b => b.Kind).Select(b => b.Kind).ToListAsync()));
        Assert.Equal(AuditKind.WriterErased, await newsroom.WithDbAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Id).Select(entry => entry.Kind).FirstAsync()));
    }

    private async Task<(int Story, int Shown, int Refused)> WrittenAsync()
    {
        var story = await StoryAsync();
        var shown = await PostAsync(Shown);
        await DecideAsync(shown, CommentState.Approved);
        await newsroom.CommentAsync(story, "Somebody else answers.", answers: shown);
        using var changed = await reader.PostAsync(story, "Quillwort first version.", ("parentId", Correspondent.Number(shown)), ("name", Name));
        var answer = await LastAsync();
        (await reader.SendAsync($"/comments/{answer}/change", ("body", Answer))).EnsureSeeOther();
        await DecideAsync(answer, CommentState.Approved);
        using var report = await reader.SendAsync($"/comments/{answer}/reports", ("reason", "Other"));
        var refused = await PostAsync(Refused);
        await DecideAsync(refused, CommentState.Rejected, "Quillwort again");
        (await reader.SendAsync($"/comments/{refused}/appeal", ("text", Plea))).EnsureSuccessStatusCode();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await DecideAsync(refused, CommentState.Rejected, "Quillwort as before");
        await Eventually.IsAsync(async () => (await newsroom.Reader().GetStringAsync($"/world/a-bridge-opens-{story}")).Contains(Answer, StringComparison.Ordinal));
        return (story, shown, refused);
    }

    private async Task AssertGoneAsync(int story, int shown, int refused)
    {
        var address = $"/world/a-bridge-opens-{story}";
        using var public1 = newsroom.Reader();
        await Eventually.IsAsync(async () => !(await public1.GetStringAsync(address)).Contains("Quillwort", StringComparison.Ordinal));
        Assert.Equal(["Somebody else answers."], (await public1.PageAsync(address)).Texts(".said"));
        foreach (var path in new[] { "/", "/world", "/rss.xml", "/world/rss.xml", "/search?q=quillwort", "/changes?after=0", $"{address}/comments?order=Newest", $"{address}/comments?thread={shown}", $"/comments/{shown}/reports/new" })
        {
            Assert.DoesNotContain("Quillwort remarkable", await (await public1.GetAsync(path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(CommentState.Erased, (await FindAsync(refused)).State);
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.Commenters.CountAsync()));
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Articles.Select(a => a.CommentCount).SingleAsync()));
        Assert.Empty(await FoundAsync(Tokens));
    }

    /// <summary>Which of these stand in any file that the paper wrote, database, write-ahead log and its index, pictures and keys, or in its log.</summary>
    private async Task<List<string>> FoundAsync(string[] tokens)
    {
        await Task.Yield();
        var found = new List<string>();
        foreach (var file in WrittenFiles())
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            found.AddRange(tokens.Where(token => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(token)) >= 0).Select(token => $"{token} in {Path.GetFileName(file)}"));
        }

        Assert.Contains(log.Lines, line => line.Contains("responded 303", StringComparison.Ordinal));
        return [.. found, .. log.Lines.Where(line => tokens.Any(token => line.Contains(token, StringComparison.Ordinal)))];
    }

    private List<string> WrittenFiles()
    {
        var database = DatabaseFile();
        var files = Directory.EnumerateFiles(newsroom.StorageFolder, "*", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*")).Distinct().ToList();
        Assert.Contains(database + "-wal", files);
        return files;
    }

    private string DatabaseFile() => new SqliteConnectionStringBuilder(newsroom.Database.ConnectionString).DataSource;

    private async Task<int> PostAsync(string body, params (string Name, string Value)[] others)
    {
        (await reader.PostAsync(await StoryAsync(), body, [("name", Name), ("email", Email), .. others])).EnsureSeeOther();
        return await LastAsync();
    }

    private async Task<int> StoryAsync() => await newsroom.WithDbAsync(db => db.Articles.Select(a => (int?)a.Id).FirstOrDefaultAsync())
        ?? (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;

    private Task<int> LastAsync() => newsroom.WithDbAsync(db => db.Comments.MaxAsync(c => c.Id));

    private Task<Comment> FindAsync(int id) => newsroom.WithDbAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id));

    private Task<int> DecideAsync(int id, CommentState verdict, string? note = null) => newsroom.WithDbAsync(async db =>
    {
        (await db.Comments.Include(c => c.Article).SingleAsync(c => c.Id == id)).Decide(new Ruling(verdict, RejectionReason.Other, note, note), Some.Ada, newsroom.Now);
        return await db.SaveChangesAsync();
    });

    private sealed class KeptLog : ILogEventSink
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> Lines => lines;

        public void Emit(LogEvent logEvent) => lines.Enqueue($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception} {string.Join(' ', logEvent.Properties)}");
    }
}

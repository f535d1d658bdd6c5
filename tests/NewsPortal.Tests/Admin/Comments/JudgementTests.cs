using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Comments;

/// <summary>What a moderator sees before deciding, and what is kept of it afterwards.</summary>
public sealed class JudgementTests : IDisposable
{
    private const string Desk = "/admin/comments";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Why_the_machine_holds_it_is_said_and_the_words_are_underlined()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        await PostAsync("You people, somebody should tie him up.", comment =>
        {
            comment.HoldFor(HoldKind.WordList, "tie him up", start: 28, length: 10);
            comment.HoldFor(HoldKind.FirstComments);
        });
        var desk = await moderator.ReadAsync(Desk);
        Assert.Equal(["tie him up"], desk.Texts(".case mark"));
        Assert.Equal(["You people, somebody should tie him up."], desk.Texts(".case .said"));
        Assert.Equal(["Words on your list: tie him up", "First comment"], desk.Texts(".case .why li"));
        Assert.Equal(["Words on your list", "First comment"], desk.Texts("#queue .flags > span:not([hidden])"));
        Assert.Single((await moderator.ReadAsync($"{Desk}?reason=WordList")).QuerySelectorAll("#queue li"));
        Assert.Empty((await moderator.ReadAsync($"{Desk}?reason=Bayes")).QuerySelectorAll("#queue li"));
    }

    [Fact]
    public async Task Those_that_say_nearly_the_same_stand_as_one_and_are_decided_and_undone_as_one()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        for (var number = 0; number < 4; number++)
        {
            await PostAsync($"Best watches, page {number}", comment => comment.Print(77));
        }

        await PostAsync("Good map.", _ => { });
        var desk = await moderator.ReadAsync(Desk);
        Assert.Equal(["Best watches, page 0", "Good map."], desk.Texts("#queue li p"));
        Assert.Equal(["and 3 alike"], desk.Texts("#queue .flags .nw:not([hidden])"));
        Assert.Equal(["Best watches, page 1", "Best watches, page 2", "Best watches, page 3"], desk.Texts(".case details li span"));

        var decide = desk.QuerySelector("#decide")!;
        var seen = decide.QuerySelectorAll("[name=Seen]").Select(field => ("Seen", field.GetAttribute("value")!));
        await PostAsync("Best watches, page 4", comment => comment.Print(77));
        var answer = await moderator.PostAsync(
            decide.QuerySelector("[data-do=spam]")!.GetAttribute("formaction")!,
            [("Version", decide.QuerySelector("[name=Version]")!.GetAttribute("value")!), ("Alike", "true"), .. seen]);
        Assert.Equal([CommentState.Spam, CommentState.Spam, CommentState.Spam, CommentState.Spam, CommentState.Pending, CommentState.Pending], await StatesAsync());
        var batch = answer.Headers.Location!.ToString().Split("done=")[1].Split('#', '&')[0];
        await moderator.PostAsync($"{Desk}/undoing", ("Batch", batch));
        Assert.All(await StatesAsync(), state => Assert.Equal(CommentState.Pending, state));
    }

    [Fact]
    public async Task A_reported_comment_that_stays_is_ruled_on_and_undoing_opens_its_reports_again()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var id = await PostAsync("All the same.", comment => comment.Approve(newsroom.Now));
        await ReportAsync(id, ReportReason.Threat, ReportReason.Threat, ReportReason.Insult);
        var desk = await moderator.ReadAsync($"{Desk}?queue=Reported");
        Assert.Equal("Reported 1", desk.Texts(".tabs a")[1]);
        Assert.Equal(["3 reports"], desk.Texts("#queue .flags .st:not([hidden])"));
        Assert.Equal(["Reported as: threat (2) and insult (1)"], desk.Texts(".case > p.small").Where(text => text.StartsWith("Reported", StringComparison.Ordinal)));

        var answer = await moderator.PostAsync($"{Desk}/{id}/approval", ("Version", desk.QuerySelector("#decide [name=Version]")!.GetAttribute("value")!), ("Back", $"{Desk}?queue=Reported"));
        Assert.Equal((0, 0, CommentState.Approved), await ReportedAsync(id));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(5));
        await ReportAsync(id, ReportReason.Advertising);
        Assert.Equal((1, 1, CommentState.Approved), await ReportedAsync(id));
        await moderator.PostAsync($"{Desk}/undoing", ("Batch", answer.Headers.Location!.ToString().Split("done=")[1].Split('#', '&')[0]));
        Assert.Equal((4, 4, CommentState.Approved), await ReportedAsync(id));
        Assert.Equal("Reported 1", (await moderator.ReadAsync($"{Desk}?queue=Reported")).Texts(".tabs a")[1]);
    }

    [Fact]
    public async Task Every_decision_is_kept_on_the_comment_the_writer_and_the_moderator_and_can_be_taken_along()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        var writer = await WriterAsync();
        var id = await PostAsync("=HYPERLINK(\"x\")", _ => { }, writer);
        await ines.PostAsync($"{Desk}/{id}/rejection", ("Version", "1"), ("Reason", "Insult"), ("Note", "As last week"));
        await ines.PostAsync($"{Desk}/undoing", ("Batch", (await BatchAsync()).ToString()));
        await ines.PostAsync($"{Desk}/{id}/spam", ("Version", "3"));

        var expected = new[] { "Ines Demir marked it as spam", "Ines Demir rejected it: Insult As last week Undone 22 Nov 2026, 12:00" };
        foreach (var path in new[] { $"{Desk}/{id}", $"{Desk}/decisions?by={ines.Person.Id}", $"{Desk}/decisions?writer={writer}", $"{Desk}/decisions" })
        {
            var lines = (await ines.ReadAsync(path)).QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Skip(1).Take(2).Select(cell => cell.TextContent.Trim().ReplaceLineEndings(" "))));
            Assert.Equal(expected.Length, lines.Count());
            Assert.All(expected.Zip(lines), pair => Assert.Equal(pair.First.Replace(" ", "", StringComparison.Ordinal), pair.Second.Replace(" ", "", StringComparison.Ordinal)));
        }

        var csv = await ines.Browser.GetStringAsync($"{Desk}/decisions.csv", TestContext.Current.CancellationToken);
        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(["0", "0", "1"], (await ines.ReadAsync($"{Desk}/people/{writer}")).Texts(".facts dd.n"));
        Assert.Empty((await ines.ReadAsync($"{Desk}/decisions?since=2026-11-23")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_writer_is_held_and_banned_with_an_end_and_a_reason_and_let_go()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var writer = await WriterAsync();
        var id = await PostAsync("All the same.", _ => { }, writer);
        await moderator.PostAsync($"{Desk}/people/{writer}/holding");
        Assert.Contains("All of theirs is held.", (await moderator.ReadAsync($"{Desk}/people/{writer}")).Texts(".top p")[^1], StringComparison.Ordinal);
        Assert.Equal(["The writer known by their account, or else by their browser"], (await moderator.ReadAsync($"{Desk}/bans/new?comment={id}")).Texts("fieldset label"));
        foreach (var (kind, reason) in new[] { ("Writer", ""), ("Network", "Threats"), ("", "Threats") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await moderator.PostAsync($"{Desk}/bans", ("CommentId", $"{id}"), ("Kind", kind), ("Reason", reason))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await moderator.PostAsync($"{Desk}/bans", ("CommentId", $"{id}"), ("Kind", "Writer"), ("Reason", "Threats"), ("Days", "30"))).StatusCode);
        var bans = await moderator.ReadAsync($"{Desk}/bans");
        Assert.Contains("Threats", bans.Texts("tbody tr").Single(), StringComparison.Ordinal);
        await moderator.PostAsync(bans.QuerySelector("tbody form")!.GetAttribute("action")!);
        Assert.Empty((await moderator.ReadAsync($"{Desk}/bans")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_network_is_banned_for_as_long_as_the_paper_can_tell_it()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var id = await PostAsync("All the same.", _ => { }, network: "one-of-today");
        Assert.Contains("00:00", (await moderator.ReadAsync($"{Desk}/bans/new?comment={id}")).QuerySelector("fieldset .hint")!.TextContent, StringComparison.Ordinal);
        (await moderator.PostAsync($"{Desk}/bans", ("CommentId", $"{id}"), ("Kind", "Network"), ("Reason", "Threats"), ("Days", "30"))).EnsureSeeOther();
        Assert.Equal(newsroom.Now.Date.AddDays(1), await newsroom.WithDbAsync(db => db.Bans.Select(b => b.UntilUtc).SingleAsync()));

        newsroom.Clock.Advance(TimeSpan.FromHours(13));
        using var tomorrow = await newsroom.ColleagueAsync(Role.Moderator);
        Assert.Empty((await tomorrow.ReadAsync($"{Desk}/bans")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await tomorrow.ReadAsync($"{Desk}/bans/new?comment={id}")).QuerySelectorAll("[name=Kind]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tomorrow.PostAsync($"{Desk}/bans", ("CommentId", $"{id}"), ("Kind", "Network"), ("Reason", "Threats"), ("Days", "30"))).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_bound_to_a_section_reads_of_no_writer_and_no_ban_of_another()
    {
        var writer = await WriterAsync();
        var id = await PostAsync("All the same.", _ => { }, writer);
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        (await moderator.PostAsync($"{Desk}/bans", ("CommentId", $"{id}"), ("Kind", "Writer"), ("Reason", "Threats"), ("Days", "30"))).EnsureSeeOther();
        using var bound = await newsroom.ColleagueAsync(Role.Moderator, null, (await newsroom.SectionAsync("Economy")).Id);
        Assert.Empty((await bound.ReadAsync($"{Desk}/bans")).QuerySelectorAll("tbody tr"));
        var ban = await newsroom.WithDbAsync(db => db.Bans.Select(b => b.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await bound.PostAsync($"{Desk}/bans/{ban}/lifting")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bound.GetAsync($"{Desk}/people/{writer}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bound.PostAsync($"{Desk}/people/{writer}/holding")).StatusCode);
    }

    [Fact]
    public async Task What_is_done_to_writers_and_comments_beside_verdicts_is_in_the_trail_with_the_person()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        var writer = await WriterAsync();
        var id = await PostAsync("All the same.", comment => comment.Approve(newsroom.Now), writer);
        foreach (var (path, fields) in new (string, (string, string)[])[]
        {
            ($"{id}/pick", []), ($"{id}/pick/removal", []), ($"people/{writer}/holding", []), ($"people/{writer}/release", []),
            ("bans", [("CommentId", $"{id}"), ("Kind", "Writer"), ("Reason", "Threats"), ("Days", "30")]), ("bans/1/lifting", []),
            ("words", [("Text", "watches")]), ("words/1/removal", []),
        })
        {
            (await moderator.PostAsync($"{Desk}/{path}", fields)).EnsureSeeOther();
        }

        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var trail = await editor.ReadAsync("/admin/audit?q=ines");
        AuditKind[] deeds =
        [
            AuditKind.CommentPicked, AuditKind.CommentUnpicked, AuditKind.WriterHeld, AuditKind.WriterReleased,
            AuditKind.WriterBanned, AuditKind.BanLifted, AuditKind.WordListed, AuditKind.WordUnlisted,
        ];
        Assert.Equal(deeds, (await newsroom.WithDbAsync(db => db.AuditEntries.Where(entry => entry.By == "Ines Demir").OrderBy(entry => entry.Id).Select(entry => entry.Kind).ToListAsync())).Where(kind => deeds.Contains(kind)));
        Assert.NotNull(trail.QuerySelector($"tbody a[href='/admin/comments/people/{writer}']"));
    }

    [Fact]
    public async Task How_the_desk_keeps_up_is_drawn_from_counters()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        var id = await PostAsync("One", _ => { });
        await PostAsync("Two", _ => { });
        newsroom.Clock.Advance(TimeSpan.FromMinutes(10));
        await moderator.PostAsync($"{Desk}/{id}/approval", ("Version", "1"));
        using var statements = new StatementCount(newsroom.Database);
        var page = await moderator.ReadAsync($"{Desk}/service");
        Assert.Equal(["1", "10 min", "10 min", "2", "1"], page.Texts(".needs b"));
        Assert.Equal(["12:00 2 1"], page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))).Where(row => !row.EndsWith("0 0", StringComparison.Ordinal)));
        Assert.DoesNotContain(statements.Statements, sql => sql.Contains("\"Decisions\"", StringComparison.Ordinal) || sql.Contains("COUNT(", StringComparison.Ordinal));
    }

    private async Task<int> PostAsync(string text, Action<Comment> change, int? writer = null, string? network = null)
    {
        newsroom.Clock.Advance(TimeSpan.FromTicks(10));
        var story = await newsroom.WithDbAsync(db => db.Articles.OrderBy(a => a.Id).FirstOrDefaultAsync()) ?? await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        return await newsroom.WithDbAsync(async db =>
        {
            var by = new Speaker("R. Okonjo") { Commenter = writer is null ? null : await db.Commenters.SingleAsync(c => c.Id == writer), NetworkId = network };
            var comment = Comment.Post(await db.Articles.SingleAsync(a => a.Id == story.Id), null, by, text, new RenderedComment("<p></p>", 1), newsroom.Now);
            change(comment);
            db.Add(comment);
            await db.SaveChangesAsync();
            return comment.Id;
        });
    }

    private Task<int> WriterAsync() => newsroom.WithDbAsync(async db =>
    {
        var writer = Commenter.First("R. Okonjo", newsroom.Now);
        db.Add(writer);
        await db.SaveChangesAsync();
        return writer.Id;
    });

    private Task<int> ReportAsync(int id, params ReportReason[] reasons) => newsroom.WithDbAsync(async db =>
    {
        var comment = await db.Comments.SingleAsync(c => c.Id == id);
        foreach (var reason in reasons)
        {
            db.Add(comment.Report(reason, null, enough: 0, newsroom.Now));
        }

        return await db.SaveChangesAsync();
    });

    private Task<(int Counter, int Open, CommentState State)> ReportedAsync(int id) => newsroom.WithDbAsync(async db =>
    {
        var comment = await db.Comments.AsNoTracking().SingleAsync(c => c.Id == id);
        return (comment.Reports, await db.Reports.CountAsync(r => r.CommentId == id && r.RuledUtc == null), comment.State);
    });

    private Task<Guid> BatchAsync() => newsroom.WithDbAsync(db => db.Decisions.OrderByDescending(d => d.Id).Select(d => d.Batch).FirstAsync());

    private Task<List<CommentState>> StatesAsync() => newsroom.WithDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync());
}

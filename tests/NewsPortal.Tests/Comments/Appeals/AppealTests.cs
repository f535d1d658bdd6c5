using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Comments.Appeals;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments.Appeals;

/// <summary>Whoever was rejected may ask for a second look, once, and learns what became of it.</summary>
public sealed class AppealTests : IDisposable
{
    private const string Desk = "/admin/comments";
    private const string Plea = "It is a quotation from the mayor's own speech.";

    private readonly Newsroom newsroom = new();
    private readonly Correspondent reader;

    public AppealTests() => reader = new Correspondent(newsroom);

    public void Dispose()
    {
        reader.Dispose();
        newsroom.Dispose();
    }

    [Fact]
    public async Task A_rejected_writer_reads_why_and_asks_once_for_a_second_look_that_is_final()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        var (story, id) = await RejectedAsync(ines, ("Reason", "Insult"), ("WriterNote", "The second line."), ("Note", "A known brawler."));
        var mine = await MineAsync(story);
        Assert.Contains("Your comment was not published. Insult. The second line.", mine.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("brawler", mine.TextContent, StringComparison.Ordinal);

        var form = await reader.Browser.PageAsync(mine.QuerySelector(".act a")!.GetAttribute("href")!);
        Assert.Equal("1000", form.QuerySelector("textarea")!.GetAttribute("maxlength"));
        Assert.DoesNotContain("brawler", form.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A moderator reads your comment again", await AppealAsync(id, Plea), StringComparison.Ordinal);
        Assert.Contains("You asked for a second look.", (await MineAsync(story)).TextContent, StringComparison.Ordinal);

        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync(ines, "rejection", ("Reason", "Threat"));
        Assert.Contains("This is final. Wishes harm on a person.", await AppealAsync(id, "Once more.", HttpStatusCode.Conflict), StringComparison.Ordinal);
        var end = await reader.Browser.PageAsync($"/comments/{id}/appeal");
        Assert.Empty(end.QuerySelectorAll("textarea"));
        Assert.Contains(Plea, end.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_reads_the_writers_words_beside_the_first_decision_and_whose_it_was()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var (story, id) = await RejectedAsync(ines, ("Reason", "Insult"));
        await AppealAsync(id, Plea);

        var seen = (await omar.ReadAsync($"{Desk}?at={id}")).QuerySelector(".case")!;
        Assert.Equal([Plea], seen.QuerySelectorAll(".ctx .typed").Select(said => said.TextContent));
        Assert.Contains("Ines Demir rejected it", seen.QuerySelector(".ctx")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("You decided this yourself.", seen.TextContent, StringComparison.Ordinal);
        Assert.Contains("You decided this yourself.", (await ines.ReadAsync($"{Desk}?at={id}")).QuerySelector(".case .ctx")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Its writer asked for a second look"], (await omar.ReadAsync($"{Desk}?reason={nameof(HoldKind.Appealed)}")).Texts("#queue .flags span:not([hidden])").Where(flag => flag.StartsWith("Its", StringComparison.Ordinal)));

        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await DecideAsync(ines, "approval");
        Assert.Equal(["You fool."], (await newsroom.Reader().PageAsync($"/world/a-bridge-opens-{story}")).Texts(".comment .said"));
        Assert.Contains("your comment is published", (await reader.Browser.PageAsync($"/comments/{id}/appeal")).Body!.TextContent, StringComparison.Ordinal);
        var history = (await ines.ReadAsync($"{Desk}/{id}")).Texts("td[data-l=What]");
        Assert.Equal(["approved it", $"sent it back to the queueasked for a second look“{Plea}”", "rejected it: Insult"], history);
        var csv = await (await ines.GetAsync($"{Desk}/decisions.csv")).Content.ReadAsStringAsync();
        Assert.Contains(Plea, csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_anew_and_every_counter_knows_it()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator);
        var (_, id) = await RejectedAsync(ines, ("Reason", "Insult"));
        newsroom.Clock.Advance(TimeSpan.FromHours(3));
        await AppealAsync(id, Plea);
        Assert.Equal((1, 0), (await QueueAsync(CommentQueue.Pending), await QueueAsync(CommentQueue.Rejected)));
        Assert.Equal((2, 1), (await MeasuredAsync(ServiceMeasure.Arrived), await MeasuredAsync(ServiceMeasure.WithinMinute)));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(3));
        var undo = await DecideAsync(ines, "rejection", ("Reason", "Insult"));
        Assert.Equal((0, 1), (await QueueAsync(CommentQueue.Pending), await QueueAsync(CommentQueue.Rejected)));
        Assert.Equal((2, 1, 1), (await MeasuredAsync(ServiceMeasure.Arrived), await MeasuredAsync(ServiceMeasure.WithinMinute), await MeasuredAsync(ServiceMeasure.WithinFive)));
        await ines.PostAsync($"{Desk}/undoing", ("Batch", undo), ("Back", Desk));
        Assert.Equal((2, 1, 0), (await MeasuredAsync(ServiceMeasure.Arrived), await MeasuredAsync(ServiceMeasure.WithinMinute), await MeasuredAsync(ServiceMeasure.WithinFive)));
        Assert.Equal((1, 0), (await QueueAsync(CommentQueue.Pending), await QueueAsync(CommentQueue.Rejected)));
    }

    [Fact]
    public async Task Spam_is_told_after_a_day_and_may_appeal_unless_its_writer_is_banned()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator);
        var (story, id) = await PostedAsync();
        await DecideAsync(ines, "spam");
        Assert.Contains("awaits approval", (await MineAsync(story)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("spam", (await reader.Browser.PageAsync("/comments/me")).QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        var early = await reader.Browser.PageAsync($"/comments/{id}/appeal");
        Assert.Contains("Nobody has decided", early.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(early.QuerySelector("textarea"));
        Assert.Contains("Nobody has decided", await AppealAsync(id, Plea, HttpStatusCode.Conflict), StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("It was taken for spam.", (await MineAsync(story)).TextContent, StringComparison.Ordinal);

        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Ban.Impose(await db.Comments.SingleAsync(), BanKind.Writer, "Threats.", newsroom.Now.AddDays(1), Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Threats.", await AppealAsync(id, Plea, HttpStatusCode.Forbidden), StringComparison.Ordinal);
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        await AppealAsync(id, Plea);
        Assert.Equal(CommentState.Pending, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Nobody_appeals_for_another_against_nothing_or_with_a_forged_key()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator);
        var (_, id) = await PostedAsync();
        Assert.Contains("Nobody has decided", await AppealAsync(id, Plea, HttpStatusCode.Conflict), StringComparison.Ordinal);
        await DecideAsync(ines, "rejection", ("Reason", "Insult"));
        using var stranger = new Correspondent(newsroom);
        var key = await newsroom.WithAsync(services => Task.FromResult(((AppealKeys)services.GetService(typeof(AppealKeys))!).Path(id)));
        foreach (var path in new[] { $"/comments/{id}/appeal", $"/comments/{id}/appeal?key=forged", key.Replace($"/{id}/", $"/{id + 1}/", StringComparison.Ordinal), "/comments/77/appeal" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(path, ("text", Plea))).StatusCode);
        }

        // Whoever was written to needs no cookie.
        Assert.NotNull((await stranger.Browser.PageAsync(key)).QuerySelector("textarea"));
    }

    [Theory]
    [InlineData("", "Say why")]
    [InlineData("  \n ", "Say why")]
    [InlineData("turned \u202Ewords", "U+202E")]
    [InlineData("long", "at most 1000 characters")]
    public async Task Words_that_cannot_stand_are_given_back_with_the_reason(string text, string why)
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator);
        var (_, id) = await RejectedAsync(ines, ("Reason", "Insult"));
        var typed = text == "long" ? new string('a', 1001) : text;
        using var answer = await reader.SendAsync($"/comments/{id}/appeal", ("text", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Html.ReadAsync(answer);
        Assert.Contains(why, page.QuerySelector("#a-text-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed.Trim(), page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(CommentState.Rejected, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Of_the_same_form_sent_many_times_at_once_one_is_an_appeal()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator);
        var (_, id) = await RejectedAsync(ines, ("Reason", "Insult"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => reader.SendAsync($"/comments/{id}/appeal", ("text", Plea))));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity));
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Appeals.CountAsync()));
        Assert.Equal(1, await QueueAsync(CommentQueue.Pending));
    }

    private async Task<(int Story, int Id)> PostedAsync()
    {
        var story = (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;
        (await reader.PostAsync(story, "You fool.")).EnsureSeeOther();
        return (story, await newsroom.WithDbAsync(db => db.Comments.MaxAsync(c => c.Id)));
    }

    private async Task<(int Story, int Id)> RejectedAsync(Colleague who, params (string, string)[] fields)
    {
        var posted = await PostedAsync();
        await DecideAsync(who, "rejection", fields);
        return posted;
    }

    /// <returns>What takes it back.</returns>
    private static async Task<string> DecideAsync(Colleague who, string move, params (string, string)[] fields)
    {
        var form = (await who.ReadAsync(Desk)).QuerySelector("#decide")!;
        var address = form.GetAttribute("action")!;
        var answer = await who.PostAsync(address[..address.LastIndexOf('/')] + "/" + move, [("Version", form.QuerySelector("[name=Version]")!.GetAttribute("value")!), .. fields]);
        answer.EnsureSeeOther();
        return answer.Headers.Location!.ToString().Split("done=")[1].Split('#')[0].Split('&')[0];
    }

    private async Task<IElement> MineAsync(int story) => (await reader.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelector(".comment")!;

    private async Task<string> AppealAsync(int id, string text, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await reader.SendAsync($"/comments/{id}/appeal", ("text", text));
        Assert.Equal(status, answer.StatusCode);
        return (await Html.ReadAsync(answer)).QuerySelector("main")!.TextContent;
    }

    private Task<Comment> FindAsync(int id) => newsroom.WithDbAsync(db => db.Comments.AsNoTracking().SingleAsync(c => c.Id == id));

    private Task<int> QueueAsync(CommentQueue queue) => newsroom.WithDbAsync(db => db.QueueCounts.Where(c => c.Queue == queue).SumAsync(c => c.Count));

    private Task<int> MeasuredAsync(ServiceMeasure measure) => newsroom.WithDbAsync(db => db.ServiceHours.Where(h => h.Measure == measure).SumAsync(h => h.Count));
}

using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>More comes in under a story than moderators can read, and too many readers report one comment.</summary>
public sealed class SurgeTests : IDisposable
{
    private const int Most = 3;

    private readonly Newsroom newsroom = new(
        ("Comments:Mode", "PostModerated"), ("Comments:FirstApproved", "0"), ("Comments:SurgeComments", $"{Most}"), ("Comments:SurgeReports", "2"), ("Comments:ReportsToHide", "2"), ("Comments:LeastSeconds", "0"), ("Comments:WorkBits", "4"))
    {
        Guests = services => services.AddSingleton<IStartupFilter, Addresses>(),
    };

    private readonly List<Correspondent> readers = [];

    public void Dispose()
    {
        readers.ForEach(reader => reader.Dispose());
        newsroom.Dispose();
    }

    [Fact]
    public async Task In_a_surge_all_new_ones_wait_and_it_ends_by_itself()
    {
        var (story, other) = (await StoryAsync(), await StoryAsync());
        for (var number = 0; number <= Most; number++)
        {
            (await From(number).PostAsync(story, $"Remark {number}")).EnsureSeeOther();
        }

        (await From(50).PostAsync(other, "Elsewhere it is calm.")).EnsureSeeOther();
        Assert.Equal([CommentState.Approved, CommentState.Approved, CommentState.Approved, CommentState.Pending, CommentState.Approved], await StatesAsync());
        Assert.Equal(HoldKind.Surge, await newsroom.WithDbAsync(db => db.Holds.Select(h => h.Kind).SingleAsync()));

        newsroom.Clock.Advance(TimeSpan.FromMinutes(11));
        (await From(60).PostAsync(story, "It is calm again.")).EnsureSeeOther();
        Assert.Equal(CommentState.Approved, (await StatesAsync())[^1]);
    }

    [Fact]
    public async Task In_a_surge_a_writer_waits_between_two_comments_and_keeps_the_words()
    {
        var story = await StoryAsync();
        for (var number = 0; number <= Most; number++)
        {
            (await From(number).PostAsync(story, $"Remark {number}")).EnsureSeeOther();
        }

        using var refused = await From(Most).PostAsync(story, "And another thing.");
        Assert.Equal((HttpStatusCode.TooManyRequests, SurgeWatch.Pause), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Contains("And another thing.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        newsroom.Clock.Advance(SurgeWatch.Pause);
        (await From(Most).PostAsync(story, "And another thing.")).EnsureSeeOther();
    }

    [Fact]
    public async Task The_desk_is_told_though_all_that_come_too_fast_are_turned_away()
    {
        var story = await StoryAsync();
        for (var number = 0; number < Most; number++)
        {
            (await From(number).PostAsync(story, $"Remark {number}")).EnsureSeeOther();
        }

        using var refused = await From(0).PostAsync(story, "Remark again");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        Assert.NotNull((await moderator.ReadAsync("/admin/comments")).QuerySelector("form[action*=surges]"));
    }

    [Fact]
    public async Task The_desk_is_told_and_may_end_it_for_an_hour()
    {
        var story = await StoryAsync();
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        Assert.Null((await moderator.ReadAsync("/admin/comments")).QuerySelector("form[action*=surges]"));
        for (var number = 0; number <= Most; number++)
        {
            (await From(number).PostAsync(story, $"Remark {number}")).EnsureSeeOther();
        }

        var told = (await moderator.ReadAsync("/admin/comments")).QuerySelector("form[action*=surges]")!;
        Assert.Contains("More comments come in than can be read:", told.TextContent, StringComparison.Ordinal);
        (await moderator.PostAsync(told.GetAttribute("action")!)).EnsureSeeOther();
        Assert.Null((await moderator.ReadAsync("/admin/comments")).QuerySelector("form[action*=surges]"));
        (await From(20).PostAsync(story, "At once, then.")).EnsureSeeOther();
        Assert.Equal(CommentState.Approved, (await StatesAsync())[^1]);

        newsroom.Clock.Advance(Surge.Rest);
        for (var number = 30; number <= 30 + Most; number++)
        {
            (await From(number).PostAsync(story, $"Remark {number}")).EnsureSeeOther();
        }

        Assert.Equal(CommentState.Pending, (await StatesAsync())[^1]);
    }

    [Fact]
    public async Task Enough_reports_take_a_comment_back_until_somebody_has_read_it_and_make_the_story_careful()
    {
        var story = await StoryAsync();
        var (one, two) = ((await newsroom.CommentAsync(story, "A claim.")).Id, (await newsroom.CommentAsync(story, "Another claim.")).Id);
        await ReportAsync(1, one, ReportReason.Falsehood);
        Assert.Equal([CommentState.Approved, CommentState.Approved], await StatesAsync());
        await ReportAsync(2, one, ReportReason.Insult);
        Assert.Equal([CommentState.Pending, CommentState.Approved], await StatesAsync());
        var decision = await newsroom.WithDbAsync(db => db.Decisions.AsNoTracking().SingleAsync());
        Assert.Equal((DecisionRule.Reports, CommentState.Pending), (decision.Rule, decision.Verdict));
        Assert.Equal((1, 1), (await QueueAsync(CommentQueue.Pending), await QueueAsync(CommentQueue.Reported)));

        await ReportAsync(3, two, ReportReason.Insult);
        (await From(4).PostAsync(story, "What is going on?")).EnsureSeeOther();
        Assert.Equal(CommentState.Pending, (await StatesAsync())[^1]);
        Assert.Equal(SurgeCause.Reports, await newsroom.WithDbAsync(db => db.Surges.Select(s => s.Cause).SingleAsync()));

        await newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == one)).Decide(new Ruling(CommentState.Approved), Some.Ada, newsroom.Now);
            return await db.SaveChangesAsync();
        });
        await ReportAsync(5, one, ReportReason.Insult);
        await ReportAsync(6, one, ReportReason.Falsehood);
        Assert.Equal((CommentState.Approved, 0), await newsroom.WithDbAsync(db => db.Comments.Where(c => c.Id == one).Select(c => ValueTuple.Create(c.State, c.Reports)).SingleAsync()));
    }

    private async Task ReportAsync(int network, int comment, ReportReason reason)
    {
        using var answer = await From(network).SendAsync($"/comments/{comment}/reports", ("reason", reason.ToString()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Correspondent From(int network)
    {
        var reader = new Correspondent(newsroom) { HasScript = true };
        reader.Browser.DefaultRequestHeaders.Add(Addresses.Header, $"198.51.100.{network}");
        readers.Add(reader);
        return reader;
    }

    private async Task<int> StoryAsync()
        => (await newsroom.PublishAsync(Some.CopyFor(await newsroom.WithDbAsync(db => db.Sections.FirstOrDefaultAsync()) ?? await newsroom.SectionAsync()))).Id;

    private Task<List<CommentState>> StatesAsync() => newsroom.WithDbAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.State).ToListAsync());

    private Task<int> QueueAsync(CommentQueue queue) => newsroom.WithDbAsync(db => db.QueueCounts.Where(c => c.Queue == queue).SumAsync(c => c.Count));
}

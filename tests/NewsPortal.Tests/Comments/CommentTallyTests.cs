using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>Every counter says what counting would say, whatever was done with the comments.</summary>
public sealed class CommentTallyTests : IDisposable
{
    private static readonly CommentState[] Verdicts = [CommentState.Approved, CommentState.Rejected, CommentState.Spam];

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_moves_the_counters_are_what_is_there(int seed)
    {
        var chance = new Random(seed);
        var (world, economy) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Economy"));
        var stories = new[] { await newsroom.PublishAsync(Some.CopyFor(world)), await newsroom.PublishAsync(Some.CopyFor(economy)) };
        var writer = Commenter.First("R. Okonjo", newsroom.Now);
        await newsroom.WithDbAsync(db =>
        {
            db.Add(writer);
            return db.SaveChangesAsync();
        });
        var comments = new List<int>();
        for (var number = 0; number < 12; number++)
        {
            comments.Add(await PostAsync(stories[number % 2].Id, number >= 6 ? comments[number - 6] : null, writer.Id));
        }

        for (var move = 0; move < 60; move++)
        {
            newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
            await TryAsync(comments[chance.Next(comments.Count)], chance.Next(6));
            await AssertCountedAsync();
        }
    }

    [Fact]
    public async Task Two_who_approve_on_one_story_at_once_are_both_counted()
    {
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var comments = new List<int>();
        for (var number = 0; number < 20; number++)
        {
            comments.Add(await PostAsync(story.Id, null, null));
        }

        var version = await newsroom.WithDbAsync(db => db.Articles.Where(a => a.Id == story.Id).Select(a => a.Version).SingleAsync());
        await Task.WhenAll(comments.Select(id => newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == id)).Decide(new Ruling(CommentState.Approved), Some.Ada, newsroom.Now);
            return await db.SaveChangesAsync();
        })));
        await AssertCountedAsync();
        Assert.Equal((20, version), await newsroom.WithDbAsync(async db =>
        {
            var counted = await db.Articles.Where(a => a.Id == story.Id).Select(a => new { a.CommentCount, a.Version }).SingleAsync();
            return (counted.CommentCount, counted.Version);
        }));
    }

    [Fact]
    public async Task A_story_that_moves_takes_its_comments_along()
    {
        var (world, economy) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Economy"));
        var story = await newsroom.PublishAsync(Some.CopyFor(world));
        var id = await PostAsync(story.Id, null, null);
        await PostAsync(story.Id, null, null);
        await TryAsync(id, 0);
        await newsroom.ChangeAsync(story.Id, article =>
        {
            article.Draft.MoveTo(economy.Id, Some.Ada, newsroom.Now);
            article.Publish(Some.Ada, newsroom.Now);
        });
        Assert.Equal(economy.Id, await newsroom.WithDbAsync(db => db.Comments.Select(c => c.SectionId).Distinct().SingleAsync()));
        await AssertCountedAsync();
    }

    [Fact]
    public async Task How_long_comments_waited_is_counted_by_the_hour_of_the_decision()
    {
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var id = await PostAsync(story.Id, null, null);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(90));
        await TryAsync(id, 0);
        Assert.Equal([(newsroom.Now.AddMinutes(-90), ServiceMeasure.Arrived), (newsroom.Now.AddMinutes(-30), ServiceMeasure.WithinFour)], await HoursAsync());
        await TryAsync(id, 3);
        Assert.Equal([(newsroom.Now.AddMinutes(-90), ServiceMeasure.Arrived)], await HoursAsync());
    }

    [Fact]
    public async Task What_a_rule_showed_begins_to_wait_when_its_writer_changes_it_into_something_that_is_held()
    {
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var id = await PostAsync(story.Id, null, null, comment => comment.ApproveBy(DecisionRule.PostModerated, newsroom.Now));
        Assert.Empty(await HoursAsync());
        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.WithDbAsync(async db =>
        {
            var comment = await db.Comments.Include(c => c.Decisions).Include(c => c.Holds).SingleAsync(c => c.Id == id);
            comment.Rewrite("Well bought.", new RenderedComment("<p>Well bought.</p>", 1), newsroom.Now);
            comment.HoldFor(HoldKind.WordList);
            comment.PlaceAgain(newsroom.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal([(newsroom.Now, ServiceMeasure.Arrived)], await HoursAsync());
        Assert.False(await newsroom.WithDbAsync(db => db.ServiceHours.AnyAsync(h => h.Count < 0)));
    }

    private Task<List<(DateTime, ServiceMeasure)>> HoursAsync() => newsroom.WithDbAsync(async db
        => (await db.ServiceHours.Where(h => h.Count > 0).OrderBy(h => h.HourUtc).ToListAsync()).ConvertAll(h => (h.HourUtc, h.Measure)));

    private Task<int> PostAsync(int story, int? answers, int? writer, Action<Comment>? then = null) => newsroom.WithAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var parent = answers is null ? null : await db.Comments.Include(c => c.Root).SingleAsync(c => c.Id == answers);
        var by = new Speaker("R. Okonjo") { Commenter = writer is null ? null : await db.Commenters.SingleAsync(c => c.Id == writer) };
        var comment = Comment.Post(await db.Articles.SingleAsync(a => a.Id == story), parent, by, "Well said.", new RenderedComment("<p>Well said.</p>", 1), newsroom.Now);
        then?.Invoke(comment);
        db.Add(comment);
        await db.SaveChangesAsync();
        return comment.Id;
    });

    private Task<int> TryAsync(int id, int move) => newsroom.WithDbAsync(async db =>
    {
        var comment = await db.Comments.Include(c => c.Decisions.OrderBy(d => d.Id)).SingleAsync(c => c.Id == id);
        try
        {
            Make(move, comment);
            return await db.SaveChangesAsync();
        }
        catch (NewsPortal.Shared.RefusedException)
        {
            return 0;
        }
    });

    private void Make(int move, Comment comment)
    {
        switch (move)
        {
            case < 3:
                comment.Decide(new Ruling(Verdicts[move]), Some.Ada, newsroom.Now);
                break;
            case 3 when comment.Decisions.Exists(d => d.UndoneUtc is null):
                comment.Return(comment.Decisions.Last(d => d.UndoneUtc is null), newsroom.Now);
                break;
            case 4 when comment.Id % 5 == 0:
                comment.Withdraw(newsroom.Now);
                break;
            default:
                break;
        }
    }

    private Task<int> AssertCountedAsync() => newsroom.WithDbAsync(async db =>
    {
        var comments = await db.Comments.AsNoTracking().ToListAsync();
        var expected = comments.Where(c => c.State != CommentState.Withdrawn).GroupBy(c => (c.SectionId, c.State)).Select(group => $"{group.Key.SectionId} {group.Key.State} {group.Count()}").Order().ToList();
        var kept = (await db.QueueCounts.AsNoTracking().Where(c => c.Count != 0).ToListAsync()).Select(c => $"{c.SectionId} {c.Queue} {c.Count}").Order().ToList();
        Assert.Equal(expected, kept);
        foreach (var story in await db.Articles.AsNoTracking().ToListAsync())
        {
            Assert.Equal(comments.Count(c => c.ArticleId == story.Id && c.State == CommentState.Approved), story.CommentCount);
        }

        foreach (var root in comments.Where(c => c.RootId is null))
        {
            Assert.Equal(comments.Count(c => c.RootId == root.Id && c.State == CommentState.Approved), root.ApprovedReplies);
        }

        foreach (var writer in await db.Commenters.AsNoTracking().ToListAsync())
        {
            int Of(CommentState state) => comments.Count(c => c.CommenterId == writer.Id && c.State == state);
            Assert.Equal((Of(CommentState.Approved), Of(CommentState.Rejected), Of(CommentState.Spam)), (writer.Approved, writer.Rejected, writer.Spam));
        }

        return 0;
    });
}

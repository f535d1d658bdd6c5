using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

public sealed class DueMovesTests : IDisposable
{
    private readonly Newsroom newsroom = new(("Newsroom:Checks:Standfirst", "Blocking"));

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_story_goes_out_by_itself_when_its_time_has_come_and_not_before()
    {
        var reader = newsroom.Reader();
        var story = await PlanAsync("On time", minutes: 10);

        newsroom.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await Task.Delay(300);
        Assert.Equal(ArticleState.Scheduled, (await ReadAsync(story)).State);

        newsroom.Clock.Advance(TimeSpan.FromSeconds(2));
        var published = await UntilAsync(story, article => article.State == ArticleState.Published);
        Assert.Equal(published.Schedules.Single().DueUtc, published.PublishedUtc);
        Assert.True((await reader.GetAsync($"/world/on-time-{story}")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_was_missed_while_nobody_looked_is_caught_up_as_of_its_time_and_says_so()
    {
        var story = await PlanAsync("Late", minutes: -12);
        var due = newsroom.Now.AddMinutes(-12);

        await CarryOutAsync();

        var published = await ReadAsync(story);
        var plan = Assert.Single(published.Schedules);
        Assert.Equal((due, due, TimeSpan.FromMinutes(12), true), (published.PublishedUtc, plan.DueUtc, plan.Late, plan.WasDown));
    }

    [Fact]
    public async Task One_story_that_cannot_go_out_holds_up_no_other_says_why_and_is_tried_again()
    {
        var section = await newsroom.SectionAsync();
        var bad = await PlanAsync("Bad", minutes: 0, Some.CopyFor(section, "Bad") with { Standfirst = null });
        var good = await PlanAsync("Good", minutes: 0, Some.CopyFor(section, "Good"));
        await CarryOutAsync();

        Assert.Equal(ArticleState.Published, (await ReadAsync(good)).State);
        var plan = (await ReadAsync(bad)).Schedules.Single();
        Assert.Equal((1, true, "There is no standfirst."), (plan.Attempts, plan.IsOpen, plan.LastError));
        Assert.True(plan.TryUtc > newsroom.Now);
    }

    [Fact]
    public async Task A_fault_with_one_story_takes_none_of_its_batch_with_it()
    {
        var tag = await newsroom.TagAsync();
        var section = await newsroom.SectionAsync();
        var bad = await PlanAsync("Bad", minutes: 0, Some.CopyFor(section, "Bad") with { TagIds = [tag.Id] });
        var good = await PlanAsync("Good", minutes: 0, Some.CopyFor(section, "Good"));
        await newsroom.WithAsync(services => Delete(services.GetRequiredService<NewsDb>()));
        await CarryOutAsync();

        Assert.Equal(ArticleState.Published, (await ReadAsync(good)).State);
        Assert.Equal(1, (await ReadAsync(bad)).Schedules.Single().Attempts);
    }

    [Fact]
    public async Task A_withdrawal_is_carried_out_with_its_reason()
    {
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await newsroom.ChangeAsync(story.Id, article
            => article.PlanWithdrawal(Some.Bo, WallTime.Of(newsroom.Now, TimeZoneInfo.Utc), "The offer has ended.", newsroom.Now.AddHours(-1)));
        await CarryOutAsync();

        var gone = await ReadAsync(story.Id);
        Assert.Equal((ArticleState.Withdrawn, "The offer has ended."), (gone.State, gone.WithdrawnReason));
    }

    [Fact]
    public async Task What_is_written_after_the_plan_does_not_go_out_with_it()
    {
        var story = await PlanAsync("Planned", minutes: 0);
        await newsroom.ChangeAsync(story, article => article.Draft.Save(
            article.Draft.Copy with { Headline = "Half", Body = "Half a" }, Some.Body("Half a"), Some.Ada, newsroom.Now.AddSeconds(1)));
        await CarryOutAsync();

        var published = await ReadAsync(story);
        Assert.Equal("Planned", published.Headline);
        Assert.Contains("fourth bridge", published.BodyHtml, StringComparison.Ordinal);
        Assert.Contains("fourth bridge", published.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_that_look_at_once_publish_each_story_once()
    {
        var section = await newsroom.SectionAsync();
        for (var number = 0; number < 30; number++)
        {
            await PlanAsync($"Story {number}", minutes: 0, Some.CopyFor(section, $"Story {number}"));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CarryOutAsync()));

        var told = await newsroom.WithDbAsync(db => db.Changes.Where(change => change.Kind == ChangeKind.Published).Select(change => change.Subject).ToListAsync());
        Assert.Equal((30, 30), (told.Count, told.Distinct().Count()));
    }

    private static Task Delete(NewsDb db) => db.WriteAsync(() => db.Tags.ExecuteDeleteAsync());

    private async Task<int> PlanAsync(string headline, int minutes, Copy? copy = null)
    {
        copy ??= Some.CopyFor(await newsroom.SectionAsync(), headline);
        return await newsroom.WithAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            var rendered = await services.GetRequiredService<StoryBodies>().RenderAsync(copy.Body, copy.Language);
            var article = NewsPortal.Articles.Article.Start(ArticleKind.Story, copy, rendered, Some.Ada, newsroom.Now);
            article.PlanPublication(Some.Bo, WallTime.Of(newsroom.Now.AddMinutes(minutes), TimeZoneInfo.Utc), newsroom.Now.AddHours(-1));
            db.Add(article);
            await db.SaveChangesAsync();
            return article.Id;
        });
    }

    // The newsroom's own loop waits until the test moves the clock; this is one look of another instance.
    private Task CarryOutAsync() => newsroom.CarryOutDueAsync();

    private Task<NewsPortal.Articles.Article> ReadAsync(int id) => newsroom.WithDbAsync(db
        => db.Articles.AsNoTracking().Include(article => article.Schedules).Include(article => article.Draft).SingleAsync(article => article.Id == id));

    private async Task<NewsPortal.Articles.Article> UntilAsync(int id, Func<NewsPortal.Articles.Article, bool> holds)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await ReadAsync(id) is var article && holds(article))
            {
                return article;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("It did not come to that.");
    }
}

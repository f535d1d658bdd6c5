using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Sections;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>What each fact touches besides its subject, tag by tag, as it stands in the change feed.</summary>
public sealed class TouchedTests : IAsyncLifetime
{
    private readonly Newsroom newsroom = new();
    private Section world = null!;
    private Section economy = null!;
    private Author ada = null!;
    private Tag floods = null!;

    private string Today => "archive archive:2026 archive:2026-11 archive:2026-11-22";

    public async ValueTask InitializeAsync()
    {
        (world, economy) = (await newsroom.SectionAsync(), await newsroom.SectionAsync("Economy", position: 1));
        (ada, floods) = (await newsroom.AuthorAsync(), await newsroom.TagAsync());
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task A_first_publication_enters_its_lists_at_their_newest_end()
    {
        var id = await PublishAsync();
        await ToldAsync(ChangeKind.Published, $"article:{id}", $"card:{id} address:{id} front search section:{world.Id} {Today} author:{ada.Id} tag:{floods.Id} sitemap:0");
    }

    [Fact]
    public async Task One_of_an_earlier_time_enters_them_further_down()
    {
        var id = (await newsroom.PublishAsync(Some.CopyFor(world), newsroom.Now)).Id;
        await newsroom.ChangeAsync(id, story => story.Withdraw(Some.Ada, "It was not so.", newsroom.Now));
        newsroom.Clock.Advance(TimeSpan.FromDays(20));
        await newsroom.ChangeAsync(id, story => story.Publish(Some.Ada, newsroom.Now));
        await ToldAsync(
            ChangeKind.Updated, $"article:{id}",
            $"card:{id} address:{id} front search section:{world.Id} section:{world.Id}:past {string.Join(' ', Today.Split(' ').SelectMany(list => new[] { list, $"{list}:past" }))} sitemap:0");
    }

    [Fact]
    public Task A_mended_body_is_a_matter_of_the_story_and_of_search() => UpdatedAsync(copy => copy with { Body = "Anew." }, _ => "search sitemap:0");

    [Fact]
    public Task A_headline_is_on_cards() => UpdatedAsync(copy => copy with { Headline = "Anew" }, id => $"card:{id} search sitemap:0");

    [Fact]
    public Task A_kicker_is_on_cards_and_in_no_search() => UpdatedAsync(copy => copy with { Kicker = "Anew" }, id => $"card:{id} sitemap:0");

    [Fact]
    public Task A_story_that_moves_enters_the_new_section_and_leaves_the_old_one_by_its_card()
        => UpdatedAsync(copy => copy with { SectionId = economy.Id }, id => $"card:{id} address:{id} front search section:{economy.Id} section:{economy.Id}:past section:{world.Id}:left sitemap:0");

    [Fact]
    public Task A_story_leaves_a_topic_without_a_trace_on_its_card()
        => UpdatedAsync(copy => copy with { TagIds = [] }, _ => $"search tag:{floods.Id} tag:{floods.Id}:past tag:{floods.Id}:left sitemap:0");

    [Fact]
    public Task A_story_becomes_last_minute() => UpdatedAsync(copy => copy with { LastMinute = true }, _ => "last-minute last-minute:past sitemap:0");

    [Fact]
    public Task A_pinned_story_moves_the_front() => UpdatedAsync(copy => copy with { Pinned = true }, _ => "front sitemap:0");

    [Fact]
    public Task Words_for_others_are_nobody_elses_matter() => UpdatedAsync(copy => copy with { SocialTitle = "Anew", SearchTitle = "Anew" }, _ => "sitemap:0");

    [Fact]
    public async Task A_correction_stands_on_the_story_alone()
    {
        var id = await PublishAsync();
        await newsroom.ChangeAsync(id, story => story.Correct(Some.Ada, CorrectionKind.Correction, "Five.", newsroom.Now));
        await ToldAsync(ChangeKind.Updated, $"article:{id}", "sitemap:0");
    }

    [Fact]
    public async Task A_withdrawal_reaches_all_that_showed_the_story()
    {
        var id = await PublishAsync();
        await newsroom.ChangeAsync(id, story => story.Withdraw(Some.Ada, "It was not so.", newsroom.Now));
        await ToldAsync(ChangeKind.Withdrawn, $"article:{id}", $"card:{id} address:{id} front search sitemap:0");
    }

    [Fact]
    public async Task What_is_drawn_anew_and_is_the_same_tells_nothing()
    {
        var id = await PublishAsync();
        await newsroom.CommentAsync(id);
        var before = await newsroom.WithDbAsync(db => db.Changes.CountAsync());
        await newsroom.WithAsync(services => services.GetRequiredService<Rerendering>().RunAsync(all: true, default));
        Assert.Equal(before, await newsroom.WithDbAsync(db => db.Changes.CountAsync()));
    }

    [Fact]
    public async Task A_comment_touches_its_story_and_the_rankings_that_it_may_change()
    {
        var id = await PublishAsync();
        var comment = (await newsroom.CommentAsync(id)).Id;
        await ToldAsync(ChangeKind.CommentApproved, $"comment:{comment}", $"comments:{id} discussed:1 section:{world.Id}:discussed:1");
        await newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.Include(c => c.Article).SingleAsync()).Hide(CommentState.Spam, newsroom.Now);
            return await db.SaveChangesAsync();
        });
        await ToldAsync(ChangeKind.CommentHidden, $"comment:{comment}", $"comments:{id}");
    }

    [Fact]
    public async Task A_comment_under_a_story_that_is_too_old_for_a_ranking_touches_none()
    {
        var id = (await newsroom.PublishAsync(Some.CopyFor(world), newsroom.Now.AddDays(-31))).Id;
        var comment = (await newsroom.CommentAsync(id)).Id;
        await ToldAsync(ChangeKind.CommentApproved, $"comment:{comment}", $"comments:{id}");
    }

    [Fact]
    public async Task Comments_that_wait_or_were_never_shown_tell_nothing()
    {
        var id = await PublishAsync();
        var before = await newsroom.WithDbAsync(db => db.Changes.CountAsync());
        await newsroom.CommentAsync(id, state: CommentState.Pending);
        await newsroom.CommentAsync(id, state: CommentState.Rejected);
        Assert.Equal(before, await newsroom.WithDbAsync(db => db.Changes.CountAsync()));
    }

    [Fact]
    public async Task A_standing_page_touches_no_list()
    {
        var id = (await newsroom.PublishAsync(Some.Copy() with { Pinned = true }, kind: ArticleKind.Page)).Id;
        await ToldAsync(ChangeKind.Published, $"article:{id}", $"card:{id} address:{id} navigation sitemap:pages");
        await newsroom.ChangeAsync(id, page => page.Correct(Some.Ada, CorrectionKind.Correction, "Five.", newsroom.Now));
        await ToldAsync(ChangeKind.Updated, $"article:{id}", "sitemap:pages");
    }

    [Fact]
    public async Task A_section_touches_what_says_its_name()
    {
        await ChangeSectionAsync(new SectionWords("Money", null, null, 1, CommentsMode.Inherit));
        await ToldAsync(ChangeKind.SectionChanged, $"section:{economy.Id}", $"section:{economy.Id}:name navigation");
        await ChangeSectionAsync(new SectionWords("Money", "All of it.", null, 1, CommentsMode.Inherit));
        await ToldAsync(ChangeKind.SectionChanged, $"section:{economy.Id}", "");
        await ChangeSectionAsync(new SectionWords("Money", "All of it.", null, -1, CommentsMode.Inherit));
        await ToldAsync(ChangeKind.SectionChanged, $"section:{economy.Id}", "navigation");
        await ChangeSectionAsync(new SectionWords("Money", "All of it.", "de", -1, CommentsMode.Inherit));
        await ToldAsync(ChangeKind.SectionChanged, $"section:{economy.Id}", $"section:{economy.Id}:name front");
        await ChangeSectionAsync(new SectionWords("Money", "All of it.", "de", -1, CommentsMode.Closed));
        await ToldAsync(ChangeKind.SectionChanged, $"section:{economy.Id}", $"section:{economy.Id}:talk");
    }

    [Fact]
    public async Task A_story_of_every_list_that_there_can_be_is_told_whole()
    {
        var tags = new List<int>();
        for (var number = 0; number < 30; number++)
        {
            tags.Add((await newsroom.TagAsync($"Topic {number}")).Id);
        }

        var id = (await newsroom.PublishAsync(Some.CopyFor(world) with { TagIds = tags, LastMinute = true }, newsroom.Now)).Id;
        var change = await NewestAsync();
        Assert.All(tags, tag => Assert.True(change.Touches($"tag:{tag}")));
        Assert.True(change.Touches("last-minute") && change.Subject == $"article:{id}");
    }

    private async Task<int> PublishAsync() => (await newsroom.PublishAsync(
        Some.CopyFor(world) with { Bylines = [new BylineCopy(ada.Id)], TagIds = [floods.Id] })).Id;

    private async Task UpdatedAsync(Func<Copy, Copy> change, Func<int, string> touched)
    {
        var id = await PublishAsync();
        newsroom.Clock.Advance(TimeSpan.FromMinutes(1));
        await newsroom.WithAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            var story = await db.Articles.Whole().SingleAsync(a => a.Id == id);
            var copy = change(story.Draft.Copy);
            story.Draft.Save(copy, await services.GetRequiredService<StoryBodies>().RenderAsync(copy.Body, null), Some.Ada, newsroom.Now);
            story.Publish(Some.Ada, newsroom.Now);
            await db.SaveChangesAsync();
        });
        await ToldAsync(ChangeKind.Updated, $"article:{id}", touched(id));
    }

    private Task<int> ChangeSectionAsync(SectionWords words) => newsroom.WithDbAsync(async db =>
    {
        (await db.Sections.SingleAsync(section => section.Id == economy.Id)).Change(words, Some.Ada, newsroom.Now);
        return await db.SaveChangesAsync();
    });

    private Task<Change> NewestAsync() => newsroom.WithDbAsync(db => db.Changes.AsNoTracking().OrderByDescending(c => c.Seq).FirstAsync());

    private async Task ToldAsync(ChangeKind kind, string subject, string touched)
    {
        var change = await NewestAsync();
        Assert.Equal((kind, subject, touched), (change.Kind, change.Subject, change.Payload));
    }
}

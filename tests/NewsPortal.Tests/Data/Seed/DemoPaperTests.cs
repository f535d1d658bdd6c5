using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Comments;
using NewsPortal.Data.Seed;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data.Seed;

public sealed class DemoPaperTests(DemoNewsroom demo) : IClassFixture<DemoNewsroom>
{
    [Fact]
    public async Task It_is_a_paper_worth_looking_at()
    {
        var (stories, sections, authors, comments) = await demo.Newsroom.WithDbAsync(async db => (
            await db.Articles.Listed().CountAsync(),
            await db.Sections.CountAsync(),
            await db.Authors.CountAsync(),
            await db.Comments.CountAsync(c => c.State == CommentState.Approved)));
        Assert.InRange(stories, 40, 60);
        Assert.Equal(6, sections);
        Assert.True(authors > 5 && comments > 50, $"{authors} authors, {comments} comments");
    }

    [Fact]
    public async Task Its_standing_pages_are_at_the_foot_and_the_house_rules_at_the_form()
    {
        var story = (await demo.StoryPathsAsync())[0];
        var page = await demo.Newsroom.Reader().PageAsync(story);
        Assert.Superset(new HashSet<string> { "Contact", "House rules" }, page.Texts("footer nav a").ToHashSet());
        Assert.Equal(["House rules"], page.Texts("#reply .hint a[href*='/house-rules-']"));
    }

    [Fact]
    public async Task Nothing_in_it_is_of_the_future()
    {
        var now = demo.Newsroom.Now;
        Assert.Equal(0, await demo.Newsroom.WithDbAsync(db => db.Articles.CountAsync(a => a.PublishedUtc > now || a.UpdatedUtc > now)));
        Assert.Equal(0, await demo.Newsroom.WithDbAsync(db => db.Comments.CountAsync(c => c.PostedUtc > now)));
    }

    [Fact]
    public async Task Its_counters_are_right()
    {
        var wrong = await demo.Newsroom.WithDbAsync(db => db.Articles
            .Where(a => a.CommentCount != db.Comments.Count(c => c.ArticleId == a.Id && c.Kind == CommentKind.Comment && c.State == CommentState.Approved))
            .Select(a => a.Headline).ToListAsync());
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Its_moderators_have_something_to_look_at()
    {
        var (queues, hours, reasons, writers, holds) = await demo.Newsroom.WithDbAsync(async db => (
            await db.QueueCounts.Where(c => c.Count > 0).Select(c => c.Queue).Distinct().ToListAsync(),
            await db.ServiceHours.Where(h => h.Count > 0).Select(h => h.Measure).Distinct().CountAsync(),
            await db.Decisions.Where(d => d.Verdict == CommentState.Rejected).Select(d => d.Reason).ToListAsync(),
            await db.Commenters.AsNoTracking().ToListAsync(),
            await db.Comments.Where(c => c.State == CommentState.Pending && c.Holds.Any(h => h.Kind == HoldKind.WordList && h.Length > 0)).CountAsync()));
        Assert.Equal(Enum.GetValues<CommentQueue>(), queues.Order());
        Assert.True(hours > 3 && holds > 0, $"{hours} measures, {holds} held for words");
        Assert.Contains(RejectionReason.Threat, reasons);
        Assert.Contains(writers, writer => writer is { Approved: >= 3, Rejected: 0 });
        Assert.Contains(writers, writer => writer is { Approved: > 0, Rejected: > 0, LastRejectedUtc: not null });
    }

    [Fact]
    public async Task What_it_counts_of_queues_and_writers_is_what_is_there()
    {
        var (comments, counts, writers) = await demo.Newsroom.WithDbAsync(async db => (
            await db.Comments.AsNoTracking().ToListAsync(),
            await db.QueueCounts.AsNoTracking().ToListAsync(),
            await db.Commenters.AsNoTracking().ToListAsync()));
        var there = comments.SelectMany(c => CommentQueues.Of(c.State, c.Reports)).CountBy(queue => queue).OrderBy(pair => pair.Key);
        Assert.Equal(there, counts.GroupBy(c => c.Queue).Select(group => KeyValuePair.Create(group.Key, group.Sum(c => c.Count))).Where(pair => pair.Value > 0).OrderBy(pair => pair.Key));
        foreach (var writer in writers)
        {
            int Of(CommentState state) => comments.Count(c => c.CommenterId == writer.Id && c.State == state);
            Assert.Equal((Of(CommentState.Approved), Of(CommentState.Rejected), Of(CommentState.Spam)), (writer.Approved, writer.Rejected, writer.Spam));
            Assert.Equal(comments.Where(c => c.CommenterId == writer.Id && c.State == CommentState.Rejected).Max(c => c.DecidedUtc), writer.LastRejectedUtc);
        }
    }

    [Fact]
    public async Task A_story_of_it_is_covered_live_and_the_next_update_comes_after_the_others()
    {
        var coverage = await demo.Newsroom.WithDbAsync(db => db.Coverages.AsNoTracking().SingleAsync());
        var entries = await demo.Newsroom.WithDbAsync(db => db.Entries.AsNoTracking().OrderBy(e => e.Order).ToListAsync());
        Assert.True(coverage.IsOpen && coverage.SummaryHtml.Contains("<li>", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, coverage.LastOrder), entries.ConvertAll(entry => entry.Order));
        Assert.True(entries.SequenceEqual(entries.OrderBy(entry => entry.SentUtc)), "sent in another order");
        Assert.All(entries, entry => Assert.True(entry.EventUtc <= entry.SentUtc && entry.SentUtc <= demo.Newsroom.Now, entry.Title));
        Assert.Contains(entries, entry => entry.Id == coverage.PinnedEntryId);
        Assert.Contains(entries, entry => entry.EditedUtc is not null);
        Assert.Contains(entries, entry => entry.Html.Contains("<img", StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.DoesNotContain("](", entry.Plain, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_publication_was_told()
    {
        var told = await demo.Newsroom.WithDbAsync(db => db.Changes.Where(c => c.Kind == ChangeKind.Published).Select(c => c.Subject).ToListAsync());
        var published = await demo.Newsroom.WithDbAsync(db => db.Articles.Published().Select(a => a.Id).ToListAsync());
        Assert.Equal(published.Select(id => $"article:{id}").Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_story_reads_well()
    {
        var reader = demo.Newsroom.Reader();
        foreach (var path in await demo.StoryPathsAsync())
        {
            var page = await reader.PageAsync(path);
            var text = string.Concat(page.Texts(".prose"));
            Assert.True(page.QuerySelectorAll(".prose p").Length > 1, $"{path} has no text");
            foreach (var residue in new[] { "](", "photo:", "story:", ":::", "[^", "[related]", "**", "<p>" })
            {
                Assert.DoesNotContain(residue, text, StringComparison.Ordinal);
            }

            Assert.All(page.QuerySelectorAll("main img"), img => Assert.True(img.HasAttribute("alt") && img.HasAttribute("width"), $"{path}: {img.OuterHtml}"));
        }
    }

    [Fact]
    public async Task Every_link_inside_the_paper_leads_somewhere()
    {
        var reader = demo.Newsroom.Reader();
        var links = new HashSet<string>(StringComparer.Ordinal) { "/", "/last-minute", "/archive" };
        foreach (var path in (await demo.StoryPathsAsync()).Concat(links).ToList())
        {
            var page = await reader.PageAsync(path);
            links.UnionWith(page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]));
        }

        foreach (var link in links)
        {
            using var response = await reader.GetAsync(link);
            Assert.True(response.IsSuccessStatusCode, $"{link} answers {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task It_is_filled_once()
        => Assert.False(await demo.Newsroom.WithAsync(services => services.GetRequiredService<DemoPaper>().FillAsync()));

    [Fact]
    public async Task Rendering_anew_changes_nothing_that_was_rendered_by_the_same_renderer()
    {
        var before = await demo.Newsroom.WithDbAsync(db => db.Articles.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.BodyHtml));
        var (stories, _) = await demo.Newsroom.WithAsync(services => services.GetRequiredService<Rerendering>().RunAsync(all: true, CancellationToken.None));
        var after = await demo.Newsroom.WithDbAsync(db => db.Articles.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.BodyHtml));
        Assert.Equal(before.Count, stories);
        Assert.Equal(before, after);
    }
}

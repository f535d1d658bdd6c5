using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>Threads below a story: their order, their pages, and what keeps the place of a comment that is gone.</summary>
public sealed class ThreadTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Theory]
    [InlineData(CommentOrder.Oldest)]
    [InlineData(CommentOrder.Newest)]
    [InlineData(CommentOrder.Replied)]
    public async Task Each_order_goes_on_to_further_pages_without_gap_or_repeat(CommentOrder order)
    {
        var (story, address) = await StoryAsync();
        const int Threads = CommentThreads.PageSize + 5;
        var roots = new List<(int Id, int Answers)>();
        for (var number = 0; number < Threads; number++)
        {
            roots.Add(((await newsroom.CommentAsync(story, $"thread {number}")).Id, number % 3 == 0 ? number % 5 : 0));
        }

        foreach (var (id, answers) in roots.Where(root => root.Answers > 0))
        {
            for (var number = 0; number < answers; number++)
            {
                await newsroom.CommentAsync(story, $"answer to {id}", answers: id);
            }
        }

        var expected = order switch
        {
            CommentOrder.Newest => roots.OrderByDescending(root => root.Id),
            CommentOrder.Replied => roots.OrderByDescending(root => root.Answers).ThenByDescending(root => root.Id),
            _ => roots.OrderBy(root => root.Id),
        };
        var page = await newsroom.Reader().PageAsync($"{address}/comments?order={order}");
        Assert.Equal([(int)order], page.QuerySelectorAll(".talk nav a").Index().Where(link => link.Item.HasAttribute("aria-current")).Select(link => link.Index));
        var seen = IdsOf(page).ToList();
        while (page.QuerySelector("a[rel=next]") is { } next)
        {
            page = await newsroom.Reader().PageAsync(next.GetAttribute("href")!);
            seen.AddRange(IdsOf(page));
        }

        Assert.Equal(expected.Select(root => $"comment-{root.Id}"), seen);
    }

    [Fact]
    public async Task A_long_thread_shows_its_first_answers_and_has_pages_of_its_own()
    {
        var (story, address) = await StoryAsync();
        var root = (await newsroom.CommentAsync(story, "What do you think?")).Id;
        const int Count = CommentThreads.PageSize + 3;
        for (var number = 0; number < Count; number++)
        {
            await newsroom.CommentAsync(story, $"answer {number}", answers: root);
        }

        var page = await newsroom.Reader().PageAsync(address);
        Assert.Equal(Enumerable.Range(0, CommentThreads.AnswersShown).Select(number => $"answer {number}"), page.Texts(".list ol .said"));
        var all = page.QuerySelector($"a[href='{address}/comments?thread={root}']")!;
        Assert.Equal($"Show all {Count} answers", all.TextContent);

        page = await newsroom.Reader().PageAsync(all.GetAttribute("href")!);
        var seen = page.Texts(".list ol .said").ToList();
        Assert.Equal(["What do you think?"], page.Texts(".list > li > .comment .said"));
        page = await newsroom.Reader().PageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        seen.AddRange(page.Texts(".list ol .said"));
        Assert.Equal(Enumerable.Range(0, Count).Select(number => $"answer {number}"), seen);
        Assert.Null(page.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task A_comment_that_was_taken_away_keeps_its_place_for_its_answers_and_says_nothing()
    {
        var (story, address) = await StoryAsync();
        var root = (await newsroom.CommentAsync(story, "Quillwort rubbish")).Id;
        await newsroom.CommentAsync(story, "That is not fair.", answers: root);
        var lone = (await newsroom.CommentAsync(story, "Quillwort again")).Id;
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await newsroom.WithDbAsync(async db =>
        {
            foreach (var comment in await db.Comments.Where(c => c.Id == root || c.Id == lone).ToListAsync())
            {
                comment.Decide(new Ruling(CommentState.Rejected, RejectionReason.Insult), Some.Ada, newsroom.Now);
            }

            return await db.SaveChangesAsync();
        });

        foreach (var path in new[] { address, $"{address}/comments", $"{address}/comments?order=Newest", $"{address}/comments?order=Replied", $"{address}/comments?thread={root}" })
        {
            var page = await newsroom.Reader().PageAsync(path);
            Assert.Equal(["That is not fair."], page.Texts(".said"));
            Assert.Equal("This comment was removed.", page.GetElementById($"comment-{root}")?.TextContent);
            Assert.Null(page.GetElementById($"comment-{lone}"));
            Assert.DoesNotContain("Quillwort", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        using var gone = await newsroom.Reader().GetAsync($"{address}/comments?thread={lone}", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("?order=7")]
    [InlineData("?after=x")]
    [InlineData("?thread=999")]
    public async Task What_nobody_linked_to_is_not_there(string query)
    {
        var (story, address) = await StoryAsync();
        await newsroom.CommentAsync(story);
        using var answer = await newsroom.Reader().GetAsync($"{address}/comments{query}", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IEnumerable<string> IdsOf(IDocument page) => page.QuerySelectorAll(".talk .list > li > .comment").Select(comment => comment.Id!);

    private async Task<(int Story, string Address)> StoryAsync()
    {
        var section = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(section));
        return (story.Id, StoryAddress.Of(section.Slug, story.Slug, story.Id));
    }
}

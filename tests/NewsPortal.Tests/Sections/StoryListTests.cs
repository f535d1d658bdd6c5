using System.Net;
using AngleSharp.Dom;
using NewsPortal.Articles;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Sections;

public sealed class StoryListTests
{
    [Theory]
    [InlineData("/world")]
    [InlineData("/tag/floods")]
    [InlineData("/author/ada-quill")]
    [InlineData("/archive")]
    [InlineData("/archive/2026")]
    public async Task A_list_is_walked_to_its_end_and_back_without_gap_or_repeat(string path)
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var (author, tag) = (await newsroom.AuthorAsync(), await newsroom.TagAsync());
        const int Count = (2 * StoryList.PageSize) + 3;
        for (var number = 0; number < Count; number++)
        {
            // Several share a minute, so that order cannot rest on the time alone.
            await newsroom.PublishAsync(
                Some.CopyFor(section, $"Story {number}") with { Bylines = [new BylineCopy(author.Id)], TagIds = [tag.Id] },
                newsroom.Now.AddMinutes(-(number / 4)));
        }

        var reader = newsroom.Reader();
        var page = await reader.PageAsync(path);
        var down = new List<string>(Headlines(page));
        while (page.QuerySelector("a[rel=next]") is { } older)
        {
            page = await reader.PageAsync(older.GetAttribute("href")!);
            down.AddRange(Headlines(page));
        }

        var up = new List<string>(Headlines(page));
        while (page.QuerySelector("a[rel=prev]") is { } newer)
        {
            page = await reader.PageAsync(newer.GetAttribute("href")!);
            up.InsertRange(0, Headlines(page));
        }

        Assert.Equal(Count, down.Count);
        Assert.Equal(Count, down.Distinct().Count());
        Assert.Equal(down, up.TakeLast(Count));
    }

    [Fact]
    public async Task An_empty_section_says_so()
    {
        using var newsroom = new Newsroom();
        await newsroom.SectionAsync("Quiet");
        Assert.Equal(["Nothing has been published here yet."], (await newsroom.Reader().PageAsync("/quiet")).Texts("main .dek"));
    }

    [Theory]
    [InlineData("/world?before=garbage")]
    [InlineData("/world?before=-1-1")]
    [InlineData("/world?before=99999999999999999999999-1")]
    [InlineData("/world?before=1-99999999999999999999")]
    [InlineData("/world?before=1-1")]
    [InlineData("/world?after=3155378975999999999-1")]
    [InlineData("/world?before=1-1&after=1-1")]
    [InlineData("/archive/2026/13")]
    [InlineData("/archive/2026/2/1")]
    [InlineData("/archive/2026/02/30")]
    [InlineData("/archive/9999")]
    [InlineData("/archive/-2026")]
    [InlineData("/archive/2026/02/01/01")]
    [InlineData("/tag/none")]
    [InlineData("/author/none")]
    [InlineData("/none")]
    [InlineData("/World")]
    public async Task A_place_that_is_none_is_not_found(string path)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Reader().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_day_of_the_archive_is_a_day_on_the_clock_of_the_site()
    {
        using var newsroom = new Newsroom(("Site:TimeZone", "Europe/Istanbul"));
        var section = await newsroom.SectionAsync();
        await newsroom.PublishAsync(Some.CopyFor(section, "Before midnight"), new DateTime(2026, 11, 20, 20, 59, 0, DateTimeKind.Utc));
        await newsroom.PublishAsync(Some.CopyFor(section, "After midnight"), new DateTime(2026, 11, 20, 21, 1, 0, DateTimeKind.Utc));

        Assert.Equal(["After midnight"], Headlines(await newsroom.Reader().PageAsync("/archive/2026/11/21")));
    }

    private static IReadOnlyList<string> Headlines(IDocument page) => page.Texts("main .story :is(h2,h3)");
}

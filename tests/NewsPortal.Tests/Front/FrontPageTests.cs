using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Front;

public sealed class FrontPageTests
{
    [Fact]
    public async Task An_empty_paper_says_so()
    {
        using var newsroom = new Newsroom();
        var page = await newsroom.Reader().PageAsync("/");
        Assert.Equal(["Nothing has been published yet"], page.Texts("main h2"));
    }

    [Fact]
    public async Task A_story_stands_on_the_front_once()
    {
        using var newsroom = new Newsroom();
        var sections = new[] { await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Economy", position: 1) };
        for (var number = 0; number < 30; number++)
        {
            await newsroom.PublishAsync(Some.CopyFor(sections[number % 2], $"Story number {number}"), newsroom.Now.AddMinutes(-number));
        }

        var page = await newsroom.Reader().PageAsync("/");
        var links = page.QuerySelectorAll("main a[href*='story-number']").Select(link => link.GetAttribute("href")).ToList();
        Assert.NotEmpty(links);
        Assert.Equal(links.Distinct(), links);
    }
}

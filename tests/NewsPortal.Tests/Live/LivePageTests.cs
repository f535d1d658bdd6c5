using System.Globalization;
using System.Net;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Live;

/// <summary>A covered story as readers get it.</summary>
public sealed class LivePageTests : IDisposable
{
    private const string Slug = "/harbour/a-gate-is-stuck-";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Entries_stand_newest_first_and_what_waits_does_not()
    {
        var story = await newsroom.LiveStoryAsync();
        await newsroom.FileAsync(story, "One.");
        await newsroom.FileAsync(story, "Two.");
        await newsroom.FileAsync(story, "Three.", waits: true);
        Assert.Equal(["Two.", "One."], await WordsAsync(story));
    }

    [Fact]
    public async Task Every_entry_is_found_in_one_direction_and_in_the_other()
    {
        var story = await newsroom.LiveStoryAsync();
        for (var number = 1; number <= 65; number++)
        {
            await newsroom.FileAsync(story, number.ToString(CultureInfo.InvariantCulture));
        }

        Assert.Equal(Enumerable.Range(1, 65).Reverse(), await WalkAsync(story, ""));
        Assert.Equal(Enumerable.Range(1, 65), await WalkAsync(story, "?from=first"));
    }

    [Fact]
    public async Task An_entry_has_an_address_and_is_gone_when_it_is_deleted()
    {
        var story = await newsroom.LiveStoryAsync();
        var first = await newsroom.FileAsync(story, "One.");
        await newsroom.FileAsync(story, "Two.");
        var query = FormattableString.Invariant($"?entry={first.Id}");
        Assert.Equal(["One."], await WordsAsync(story, query));
        await newsroom.ChangeEntryAsync(first.Id, entry => entry.Delete(Some.Ada, newsroom.Now));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Address(story) + query));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(FormattableString.Invariant($"/live/{story}/entries/{first.Id}")));
    }

    [Fact]
    public async Task What_came_after_an_entry_is_one_answer_for_everybody()
    {
        var story = await newsroom.LiveStoryAsync();
        await newsroom.FileAsync(story, "One.");
        await newsroom.FileAsync(story, "Two.");
        var updates = await newsroom.Reader().PageAsync(FormattableString.Invariant($"/live/{story}/updates?after=1"));
        Assert.Equal("Two.", updates.QuerySelector(".upd .prose")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(FormattableString.Invariant($"/live/{story}/updates?after=x")));
    }

    [Theory]
    [InlineData("?before=x")]
    [InlineData("?from=elsewhere")]
    [InlineData("?entry=1&key=1")]
    public async Task What_no_link_of_ours_says_leads_to_the_story(string query)
        => Assert.Equal(HttpStatusCode.MovedPermanently, await StatusAsync(Address(await newsroom.LiveStoryAsync()) + query));

    private static string Address(int story) => FormattableString.Invariant($"{Slug}{story}");

    private async Task<IEnumerable<int>> WalkAsync(int story, string query)
    {
        var (found, reader) = (new List<int>(), newsroom.Reader());
        for (var next = Address(story) + query; next is not null;)
        {
            var page = await reader.PageAsync(next);
            found.AddRange(page.QuerySelectorAll(".upd .prose").Select(words => int.Parse(words.TextContent, CultureInfo.InvariantCulture)));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href")?.Split('#')[0];
        }

        return found;
    }

    private async Task<HttpStatusCode> StatusAsync(string path) => (await newsroom.Reader().GetAsync(path)).StatusCode;

    private async Task<IEnumerable<string>> WordsAsync(int story, string query = "")
        => (await newsroom.Reader().PageAsync(Address(story) + query)).QuerySelectorAll(".upd .prose").Select(words => words.TextContent.Trim());
}

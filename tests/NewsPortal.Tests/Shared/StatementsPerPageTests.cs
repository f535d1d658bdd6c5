using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Shared;

/// <summary>On the whole demo paper: a page's cost must not grow with what stands on it.</summary>
public sealed class StatementsPerPageTests(DemoNewsroom demo) : IClassFixture<DemoNewsroom>
{
    private const int FrontStatements = 6;
    private const int StoryStatements = 6;
    private const int ListStatements = 5;

    [Fact]
    public Task The_front() => AtMostAsync(FrontStatements, "/");

    [Fact]
    public async Task Every_story()
    {
        foreach (var path in await demo.StoryPathsAsync())
        {
            await AtMostAsync(StoryStatements, path);
        }
    }

    [Theory]
    [InlineData("/world")]
    [InlineData("/turkce")]
    [InlineData("/tag/port-averne")]
    [InlineData("/author/dilara-aksoy")]
    [InlineData("/archive")]
    [InlineData("/last-minute")]
    [InlineData("/search?q=storm+gate")]
    [InlineData("/rss.xml")]
    [InlineData("/nothing-here")]
    public Task Lists(string path) => AtMostAsync(ListStatements, path);

    private async Task AtMostAsync(int most, string path)
    {
        var reader = demo.Newsroom.Reader();
        using var count = new StatementCount(demo.Newsroom.Database);
        await reader.GetAsync(path);
        var statements = count.Statements;
        Assert.True(statements.Count > 0, "nothing was counted");
        Assert.True(statements.Count <= most, $"{path} took {statements.Count} statements:\n{string.Join("\n\n", statements)}");
    }
}

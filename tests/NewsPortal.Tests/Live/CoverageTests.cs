using NewsPortal.Articles;
using NewsPortal.Live;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Live;

/// <summary>What may become of a coverage.</summary>
public sealed class CoverageTests
{
    private static readonly DateTime Now = Some.Noon;

    [Fact]
    public void A_standing_page_is_not_covered()
        => Assert.Throws<RefusedException>(() => Coverage.Start(Some.Article(kind: ArticleKind.Page), Some.Ada, Now));

    [Fact]
    public void Closing_leaves_a_summary()
    {
        var coverage = Start();
        Assert.Throws<RefusedException>(() => coverage.Close(Some.Text("  "), Some.Ada, Now));
        Assert.True(coverage.IsOpen);
        coverage.Close(Some.Text("The gate was shut in time."), Some.Ada, Now);
        Assert.Equal((Now, "The gate was shut in time."), (coverage.ClosedUtc, coverage.Summary));
        Assert.Throws<RefusedException>(() => coverage.Close(Some.Text("Again."), Some.Ada, Now));
        Assert.Throws<RefusedException>(() => coverage.Summarise(Some.Text(""), Some.Ada, Now));
    }

    [Fact]
    public void A_closed_coverage_goes_on_once_it_is_reopened()
    {
        var coverage = Start();
        Assert.Throws<RefusedException>(() => coverage.Reopen(Some.Ada, Now));
        coverage.Close(Some.Text("The gate was shut in time."), Some.Ada, Now);
        coverage.Reopen(Some.Ada, Now.AddHours(1));
        Assert.True(coverage.IsOpen);
        coverage.Summarise(Some.Text(""), Some.Ada, Now);
        Assert.Equal("", coverage.SummaryHtml);
    }

    [Fact]
    public void Only_what_readers_have_is_pinned()
    {
        var (coverage, entry) = (Start(), Entry.Write(0, Some.EntryCopy("Two cuts made."), Some.Ada, Now));
        Assert.Throws<RefusedException>(() => coverage.Pin(entry, Some.Ada, Now));
        entry.Send(1, Some.Ada, Now);
        coverage.Pin(entry, Some.Ada, Now);
        Assert.Equal(entry.Id, coverage.PinnedEntryId);
        coverage.Unpin(entry, Some.Ada, Now);
        Assert.Null(coverage.PinnedEntryId);
    }

    [Fact]
    public void An_entry_of_another_story_is_not_pinned()
    {
        var entry = Entry.Write(7, Some.EntryCopy("Elsewhere."), Some.Ada, Now);
        entry.Send(1, Some.Ada, Now);
        Assert.Throws<RefusedException>(() => Start().Pin(entry, Some.Ada, Now));
    }

    private static Coverage Start() => Coverage.Start(Some.Article(kind: ArticleKind.Story), Some.Ada, Now);
}

using Microsoft.Extensions.Configuration;
using NewsPortal.Hosting;
using NewsPortal.PageCache;

namespace NewsPortal.Tests.PageCache;

public class PageStoreTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly PageKey Key = new("/world", "");

    private readonly PageStore store = new(new PageCacheSettings(Megabytes("1")));

    [Theory]
    [InlineData("article:1", true)]
    [InlineData("article:2", false)]
    public void A_change_that_comes_while_a_page_is_made_makes_it_old_at_once_if_it_touches_it(string touched, bool isOld)
    {
        var begun = store.BeginRender();
        store.Touch([touched]);
        Keep(begun);
        store.EndRender();
        Assert.Equal(isOld, IsOld());
    }

    [Fact]
    public void A_change_from_before_a_page_was_begun_does_not_touch_it()
    {
        var other = store.BeginRender();
        store.Touch(["article:1"]);
        var begun = store.BeginRender();
        Keep(begun);
        Assert.False(IsOld());
        Keep(other);
        Assert.True(IsOld());
    }

    [Fact]
    public void Two_changes_at_once_both_count()
    {
        Keep(store.BeginRender());
        Assert.Single(store.Touch(["article:1"]));
        var begun = store.BeginRender();
        store.Touch(["article:1"]);
        Keep(begun);
        Assert.True(IsOld());
    }

    [Fact]
    public void When_the_feed_lost_its_place_everything_is_old_and_so_is_what_is_being_made()
    {
        Keep(store.BeginRender());
        var begun = store.BeginRender();
        Assert.Single(store.TouchAll());
        Keep(begun);
        Assert.True(IsOld());
    }

    [Fact]
    public void A_page_that_no_longer_rests_on_something_is_not_touched_by_it_any_more()
    {
        Keep(store.BeginRender(), "article:1");
        Keep(store.BeginRender(), "article:2");
        Assert.Empty(store.Touch(["article:1"]));
        Assert.Single(store.Touch(["article:2"]));
    }

    [Fact]
    public void Pages_leave_when_they_take_more_than_they_may_and_are_forgotten_under_their_tags_too()
    {
        for (var number = 0; number < 1000; number++)
        {
            store.Keep(new PageKey($"/{number}", ""), Page(4000, "section:1"), store.BeginRender());
            Assert.True(store.Bytes <= 1024 * 1024);
        }

        Assert.InRange(store.Count, 100, 300);
        Assert.Equal(store.Count, store.Touch(["section:1"]).Count);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("much")]
    [InlineData("99999999999")]
    public void A_size_that_is_none_is_refused_in_a_sentence(string size)
        => Assert.Contains("PageCache:MegaBytes", Assert.Throws<StartUpException>(() => new PageCacheSettings(Megabytes(size))).Message, StringComparison.Ordinal);

    private static IConfiguration Megabytes(string text)
        => new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("PageCache:MegaBytes", text)]).Build();

    private static StoredPage Page(int length, params string[] tags)
    {
        var (identity, _, _) = Representation.OfBody3(new byte[length], []);
        return new StoredPage(200, identity, null, null) { Tags = tags, TrueUntilUtc = Now.AddHours(1), TrueTo = "", Modified = null };
    }

    private void Keep(long begun, string tag = "article:1") => store.Keep(Key, Page(100, tag), begun);

    private bool IsOld()
    {
        Assert.True(store.TryFind(Key, out var slot));
        return slot.IsOld(Now);
    }
}

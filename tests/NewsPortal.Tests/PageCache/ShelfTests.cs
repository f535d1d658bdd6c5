using NewsPortal.PageCache;

namespace NewsPortal.Tests.PageCache;

public class ShelfTests
{
    private const int Page = 1000;

    [Fact]
    public void It_is_never_fuller_than_it_may_be_and_what_leaves_is_not_counted_on()
    {
        var shelf = new Shelf(100 * Page);
        var held = new HashSet<StoredSlot>();
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var slot = Slot($"/{random.Next(5000)}-{i}");
            shelf.Add(slot, random.Next(1, 3 * Page));
            held.Add(slot);
            held.ExceptWith(shelf.TakeSurplus());
            Assert.True(shelf.Bytes <= 100 * Page);
            Assert.Equal(held.Sum(one => one.Bytes), shelf.Bytes);
        }
    }

    [Fact]
    public void What_readers_read_survives_a_crawl_a_hundred_times_its_size()
    {
        var shelf = new Shelf(100 * Page);
        var read = Enumerable.Range(0, 50).Select(i => Slot($"/read-{i}")).ToList();
        read.ForEach(slot => shelf.Add(slot, Page));
        var gone = new HashSet<StoredSlot>();
        for (var i = 0; i < 10_000; i++)
        {
            if (i % 20 == 0)
            {
                read.ForEach(slot => slot.Count(i));
            }

            shelf.Add(Slot($"/crawled-{i}"), Page);
            gone.UnionWith(shelf.TakeSurplus());
        }

        Assert.Empty(gone.Intersect(read));
    }

    [Fact]
    public void What_is_asked_for_again_soon_after_it_left_stays_longer_the_next_time()
    {
        var shelf = new Shelf(100 * Page);
        for (var i = 0; i < 100; i++)
        {
            shelf.Add(Slot($"/first-{i}"), Page);
        }

        shelf.Add(Slot("/one-too-many"), Page);
        var gone = Assert.Single(shelf.TakeSurplus());
        var again = new StoredSlot(gone.Key);
        shelf.Add(again, Page);
        _ = shelf.TakeSurplus().Count();
        Assert.True(again.IsInMain);
    }

    [Fact]
    public void A_page_that_grows_makes_room_for_itself()
    {
        var shelf = new Shelf(10 * Page);
        var (small, grown) = (Slot("/small"), Slot("/grown"));
        shelf.Add(small, Page);
        shelf.Add(grown, Page);
        grown.Count(1);
        grown.Count(2);
        shelf.Resize(grown, 10 * Page);
        Assert.Equal([small], shelf.TakeSurplus());
        Assert.Equal(10 * Page, shelf.Bytes);
    }

    private static StoredSlot Slot(string path) => new(new PageKey(path, ""));
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Live;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>The stories that the small paper covers live: one with entries on two pages, and others that end and go.</summary>
public sealed partial class SmallPaper
{
    private const int Entries = 33;

    private static readonly int[] KeyEvents = [2, 4, 31];

    // By their number on the page.
    private readonly Dictionary<int, int> entries = [];

    internal Task SendAsync(string words, bool isKey = false)
        => Newsroom.FileAsync(this["live"], words, change: copy => copy with { IsKey = isKey });

    internal Task ChangeEntryAsync(int number, Action<Entry> change) => Newsroom.ChangeEntryAsync(entries[number], change);

    internal async Task PinAsync(int number)
    {
        var entry = await EntryAsync(entries[number]);
        await Newsroom.ChangeCoverageAsync(this["live"], coverage => coverage.Pin(entry, Some.Ada, Now));
    }

    /// <summary>Lets go of whatever is pinned.</summary>
    internal async Task UnpinAsync()
    {
        var story = this["live"];
        var entry = await EntryAsync(await Newsroom.WithDbAsync(db => db.Coverages.Where(c => c.ArticleId == story).Select(c => c.PinnedEntryId!.Value).SingleAsync()));
        await Newsroom.ChangeCoverageAsync(story, coverage => coverage.Unpin(entry, Some.Ada, Now));
    }

    private Task<Entry> EntryAsync(int id) => Newsroom.WithDbAsync(db => db.Entries.AsNoTracking().SingleAsync(e => e.Id == id));

    private async Task AddCoverageAsync()
    {
        foreach (var (story, days) in new[] { ("live", 4), ("closing", 5), ("closed", 6), ("taken", 7) })
        {
            await PublishAsync(story, Oddities, TimeSpan.FromDays(days), copy => copy);
            await Newsroom.CoverAsync(ids[story]);
            await Newsroom.FileAsync(ids[story], "It begins.");
        }

        for (var number = 2; number <= Entries; number++)
        {
            var isKey = KeyEvents.Contains(number);
            entries[number] = (await Newsroom.FileAsync(ids["live"], $"Entry {number}.", change: copy => copy with { IsKey = isKey, AuthorId = Bo.Id })).Id;
        }

        await ChangeEntryAsync(7, entry => entry.Delete(Some.Ada, Now));
        await PinAsync(12);
        await Newsroom.ChangeCoverageAsync(ids["closed"], coverage => coverage.Close(Some.Text("It is over."), Some.Ada, Now));
    }

    private IEnumerable<string> CoverageAddresses()
    {
        var (story, parts) = ($"/oddities/live-{ids["live"]}", $"/live/{ids["live"]}");
        string[] queries = ["?key=1", "?from=first", "?from=4", "?before=4", "?before=99999", "?before=5&key=1", $"?entry={entries[6]}", $"?entry={entries[7]}"];
        int[] places = [0, 20, Entries, 99999];
        int[] fragments = [4, 5, 7, 9];
        return [
            .. queries.Select(query => story + query),
            .. places.Select(place => $"{parts}/updates?after={place}"),
            .. fragments.Select(number => $"{parts}/entries/{entries[number]}"),
            $"{parts}/entries/99999", $"/live/{ids["o00"]}/updates?after=0", $"/live/{ids["taken"]}/updates?after=0", $"/live/{ids["closing"]}/updates?after=0",
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Changes;
using NewsPortal.Live;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Live;

/// <summary>Entries get to readers one after the other, each once.</summary>
public sealed class SendingTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Entries_sent_at_the_same_moment_have_numbers_of_their_own()
    {
        var story = await newsroom.LiveStoryAsync();
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => newsroom.FileAsync(story, $"Update {number}")));
        Assert.Equal(Enumerable.Range(1, 12), sent.Select(entry => entry.Order).Order());
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_entry()
    {
        var (story, key) = (await newsroom.LiveStoryAsync(), Guid.NewGuid());
        var both = await Task.WhenAll(newsroom.FileAsync(story, "Once", key: key), newsroom.FileAsync(story, "Once", key: key));
        Assert.Equal(both[0].Id, both[1].Id);
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Entries.CountAsync()));
    }

    [Fact]
    public async Task An_entry_that_waits_is_nothing_to_readers_until_it_is_signed_off()
    {
        var story = await newsroom.LiveStoryAsync();
        var entry = await newsroom.FileAsync(story, "Two cuts made.", waits: true);
        Assert.Equal((EntryState.Waiting, 0), (entry.State, entry.Order));
        Assert.DoesNotContain(ChangeKind.EntrySent, await KindsAsync());
        await newsroom.SignOffAsync(entry.Id);
        Assert.Contains(ChangeKind.EntrySent, await KindsAsync());
        var sent = await newsroom.WithDbAsync(db => db.Entries.SingleAsync());
        Assert.Equal((EntryState.OnAir, 1, Some.Bo.Name), (sent.State, sent.Order, sent.SignedOffBy));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_closed_coverage()
    {
        var story = await newsroom.LiveStoryAsync();
        await newsroom.FileAsync(story, "The last one.");
        var waiting = await newsroom.FileAsync(story, "Too late.", waits: true);
        await newsroom.ChangeCoverageAsync(story, coverage => coverage.Close(Some.Text("It is over."), Some.Ada, newsroom.Now));
        await Assert.ThrowsAsync<RefusedException>(() => newsroom.FileAsync(story, "Later still."));
        await Assert.ThrowsAsync<RefusedException>(() => newsroom.FileAsync(story, "Later still.", waits: true));
        await Assert.ThrowsAsync<RefusedException>(() => newsroom.SignOffAsync(waiting.Id));
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Coverages.Select(c => c.LastOrder).SingleAsync()));
    }

    [Fact]
    public async Task A_refused_sending_uses_up_no_number()
    {
        var story = await newsroom.LiveStoryAsync();
        var entry = await newsroom.FileAsync(story, "Sent.");
        await Assert.ThrowsAsync<RefusedException>(() => newsroom.SignOffAsync(entry.Id));
        Assert.Equal(2, (await newsroom.FileAsync(story, "The next.")).Order);
    }

    private Task<List<ChangeKind>> KindsAsync() => newsroom.WithDbAsync(db => db.Changes.Select(c => c.Kind).ToListAsync());
}

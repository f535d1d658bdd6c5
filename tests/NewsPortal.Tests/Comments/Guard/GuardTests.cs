using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Comments.Guard;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments.Guard;

/// <summary>What speaks for reading a comment first is written down with it, and nothing is lost for it.</summary>
public sealed class GuardTests : IDisposable
{
    private const string Words = "The tables said something else yesterday, and nobody told us why.";

    private readonly Newsroom newsroom = new(("Comments:Mode", "PostModerated"), ("Comments:FirstApproved", "0"), ("Comments:WorkBits", "6"));
    private readonly Correspondent reader;

    public GuardTests() => reader = new Correspondent(newsroom);

    public void Dispose()
    {
        reader.Dispose();
        newsroom.Dispose();
    }

    [Fact]
    public async Task Whoever_takes_time_and_does_the_work_is_shown_at_once()
    {
        var stamp = await reader.StampAsync();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(await HoldsAsync(stamp));
        Assert.Equal(CommentState.Approved, await newsroom.WithDbAsync(db => db.Comments.Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task Without_script_it_is_kept_and_waits() => Assert.Equal([HoldKind.NoScript], await HoldsAsync());

    [Fact]
    public async Task Faster_than_anybody_writes_it_waits()
    {
        var stamp = await reader.StampAsync();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([HoldKind.TooFast], await HoldsAsync(stamp));
    }

    [Fact]
    public async Task Without_the_work_or_with_another_stamps_it_waits()
    {
        var (one, two) = (await reader.StampAsync(), await reader.StampAsync());
        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal([HoldKind.NoWork], await HoldsAsync(one[0]));
        Assert.Equal([HoldKind.NoWork], await HoldsAsync(two[0], ("work", "999999999")));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("CfDJ8AAAA")]
    public async Task A_forged_stamp_waits(string stamp) => Assert.Equal([HoldKind.BadStamp], await HoldsAsync(("stamp", stamp), ("work", "1")));

    [Fact]
    public async Task A_stamp_is_good_once_and_for_a_day()
    {
        var (stamp, old) = (await reader.StampAsync(), await reader.StampAsync());
        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(await HoldsAsync(stamp));
        Assert.Equal([HoldKind.BadStamp], await HoldsAsync(stamp));
        newsroom.Clock.Advance(Stamps.Life);
        Assert.Equal([HoldKind.BadStamp], await HoldsAsync(old));
    }

    [Fact]
    public async Task Listed_words_are_held_at_their_place()
    {
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(ListedWord.Add("nobody", "for a test", Some.Ada, newsroom.Now));
            return await db.SaveChangesAsync();
        });
        Assert.Contains(HoldKind.WordList, await HoldsAsync());
        var hold = await newsroom.WithDbAsync(db => db.Holds.SingleAsync(h => h.Kind == HoldKind.WordList));
        Assert.Equal(("nobody", "nobody"), (hold.Detail, Words.Substring(hold.Start!.Value, hold.Length!.Value)));
    }

    [Fact]
    public async Task A_word_is_looked_for_from_the_moment_that_it_is_listed_and_noted_a_few_times_at_most()
    {
        Assert.DoesNotContain(HoldKind.WordList, await HoldsAsync());
        foreach (var word in new[] { "nobody", "watches" })
        {
            await newsroom.WithDbAsync(db =>
            {
                db.Add(ListedWord.Add(word, "for a test", Some.Ada, newsroom.Now));
                return db.SaveChangesAsync();
            });
            await SendAsync(string.Join(' ', Enumerable.Repeat(word, 100)));
            Assert.Equal(20, await newsroom.WithDbAsync(db => db.Holds.CountAsync(h => h.Kind == HoldKind.WordList && h.Detail == word)));
        }
    }

    [Fact]
    public async Task What_was_refused_and_comes_again_in_other_clothes_waits_and_is_grouped()
    {
        await SendAsync(Words);
        await newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.SingleAsync()).Decide(new Ruling(CommentState.Spam), Some.Ada, newsroom.Now);
            return await db.SaveChangesAsync();
        });
        using var other = new Correspondent(newsroom);
        (await other.PostAsync(await StoryAsync(), Words.ToUpperInvariant() + "!!!")).EnsureSeeOther();
        Assert.Contains(HoldKind.Repeat, await LastHoldsAsync());
        var prints = await newsroom.WithDbAsync(db => db.Comments.Select(c => c.Fingerprint).Distinct().ToListAsync());
        Assert.NotEqual(0, Assert.Single(prints));
    }

    [Fact]
    public async Task What_a_rule_showed_can_be_changed_by_its_writer_and_is_weighed_again()
    {
        var stamp = await reader.StampAsync();
        newsroom.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(await HoldsAsync(stamp));
        var (id, story) = await newsroom.WithDbAsync(db => db.Comments.Select(c => ValueTuple.Create(c.Id, c.ArticleId)).SingleAsync());
        Assert.NotNull((await reader.Browser.PageAsync($"/comments/mine?story={story}")).QuerySelector($"a[href='/comments/{id}/change']"));

        (await reader.SendAsync($"/comments/{id}/change", ("body", Words + " Mend them."))).EnsureSeeOther();
        Assert.Equal((CommentState.Approved, Words + " Mend them."), await newsroom.WithDbAsync(db => db.Comments.Select(c => ValueTuple.Create(c.State, c.Body)).SingleAsync()));
        Assert.Empty(await LastHoldsAsync());

        (await reader.SendAsync($"/comments/{id}/change", ("body", "Cheap tables at http://one.example and http://two.example and http://three.example"))).EnsureSeeOther();
        Assert.Equal(CommentState.Pending, await newsroom.WithDbAsync(db => db.Comments.Select(c => c.State).SingleAsync()));
        Assert.Equal([HoldKind.TooManyLinks], await LastHoldsAsync());
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.Articles.Select(a => a.CommentCount).SingleAsync()));

        // Too short to be like any other: it leaves the group of those that say the same.
        (await reader.SendAsync($"/comments/{id}/change", ("body", "Mend the tables."))).EnsureSeeOther();
        Assert.Empty(await LastHoldsAsync());
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.Comments.Select(c => c.Fingerprint).SingleAsync()));
        Assert.Equal(CommentState.Pending, await newsroom.WithDbAsync(db => db.Comments.Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task Who_was_refused_often_of_late_is_read_first()
    {
        await SendAsync(Words);
        await newsroom.WithDbAsync(async db =>
        {
            (await db.Comments.SingleAsync()).Decide(new Ruling(CommentState.Rejected, RejectionReason.Insult), Some.Ada, newsroom.Now);
            return await db.SaveChangesAsync();
        });
        await SendAsync("Another matter altogether is the colour of the bridge.");
        Assert.Contains(HoldKind.Rejections, await LastHoldsAsync());
        newsroom.Clock.Advance(TimeSpan.FromDays(31));
        await SendAsync("And what became of the ferry that was promised to us?");
        Assert.DoesNotContain(HoldKind.Rejections, await LastHoldsAsync());
    }

    private async Task<List<HoldKind>> HoldsAsync(params (string, string)[] fields)
    {
        await SendAsync(Words, fields);
        return await LastHoldsAsync();
    }

    private async Task SendAsync(string body, params (string, string)[] fields)
    {
        // Each from a story of its own: the same words twice under one are one comment.
        using var answer = await reader.PostAsync(await StoryAsync(), body, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private async Task<int> StoryAsync()
        => (await newsroom.PublishAsync(Some.CopyFor(await newsroom.WithDbAsync(db => db.Sections.FirstOrDefaultAsync()) ?? await newsroom.SectionAsync()))).Id;

    private Task<List<HoldKind>> LastHoldsAsync() => newsroom.WithDbAsync(async db =>
    {
        var last = await db.Comments.MaxAsync(c => c.Id);
        return await db.Holds.Where(h => h.CommentId == last).OrderBy(h => h.Id).Select(h => h.Kind).ToListAsync();
    });
}

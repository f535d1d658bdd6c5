using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Breaking;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Breaking;

/// <summary>The rules that hold for all flashes on air together, also where two processes raise at once.</summary>
public sealed class RunningOrderTests : IDisposable
{
    private static readonly Staffer Ada = new(901, "Ada", Role.Editor, []);

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task The_newest_stands_on_top_and_the_order_is_changed_by_hand()
    {
        var (one, two, three) = (await RaisedAsync("One"), await RaisedAsync("Two"), await RaisedAsync("Three"));
        Assert.Equal([three, two, one], await OnAirAsync());
        await MoveAsync(one, up: true);
        Assert.Equal([three, one, two], await OnAirAsync());
        await MoveAsync(three, up: true);
        await MoveAsync(two, up: false);
        Assert.Equal([three, one, two], await OnAirAsync());
        await MoveAsync(three, up: false);
        Assert.Equal([one, three, two], await OnAirAsync());
        Assert.Equal(["One", "Three", "Two"], (await newsroom.Reader().PageAsync("/")).Texts(".flash a"));
    }

    [Fact]
    public async Task One_more_than_there_may_be_is_raised_only_when_it_is_said_which_one_leaves()
    {
        var (one, two, three) = (await RaisedAsync("One"), await RaisedAsync("Two"), await RaisedAsync("Three"));
        var refused = await RaiseAsync(Order("Four"));
        Assert.Equal((RaisingOutcome.NoRoom, one), (refused.Outcome, refused.Flash.Id));
        Assert.Equal([three, two, one], await OnAirAsync());

        var four = (await RaiseAsync(Order("Four") with { GivesWayId = two })).Flash.Id;
        Assert.Equal([four, three, one], await OnAirAsync());
        var gone = await ReadAsync(two);
        Assert.Equal((FlashEnding.GaveWay, four, newsroom.Now), (gone.Ending, gone.ReplacedById, gone.EndsUtc));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_raises_once()
    {
        var order = Order("One");
        var (first, second) = (await RaiseAsync(order), await RaiseAsync(order));
        Assert.Equal((RaisingOutcome.RaisedBefore, first.Flash.Id), (second.Outcome, second.Flash.Id));
        Assert.Single(await OnAirAsync());
    }

    [Fact]
    public async Task The_same_words_or_the_same_story_are_raised_again_only_on_purpose()
    {
        var story = (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;
        var one = (await RaiseAsync(Order("\u0130stanbul\u2019da deprem", story))).Flash.Id;
        Assert.Equal((RaisingOutcome.SameOnAir, one), Said(await RaiseAsync(Order("ISTANBUL'DA  deprem!"))));
        Assert.Equal((RaisingOutcome.SameOnAir, one), Said(await RaiseAsync(Order("Otherwise", story))));
        Assert.Equal(RaisingOutcome.Raised, (await RaiseAsync(Order("Otherwise", story) with { EvenIfSame = true })).Outcome);
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(RaisingOutcome.Raised, (await RaiseAsync(Order("\u0130stanbul\u2019da deprem", story))).Outcome);
    }

    [Fact]
    public async Task A_follow_up_takes_the_place_of_what_it_follows_and_a_second_one_sees_the_first()
    {
        var (one, two) = (await RaisedAsync("One"), await RaisedAsync("Two"));
        var next = (await RaiseAsync(Order("One, and more") with { FollowsId = one })).Flash.Id;
        Assert.Equal([two, next], await OnAirAsync());
        var followed = await ReadAsync(one);
        Assert.Equal((FlashEnding.Followed, next), (followed.Ending, followed.ReplacedById));
        Assert.Equal((RaisingOutcome.SameOnAir, next), Said(await RaiseAsync(Order("One, otherwise") with { FollowsId = one })));
    }

    [Fact]
    public async Task Taking_back_brings_back_what_made_way()
    {
        var (one, two, three) = (await RaisedAsync("One"), await RaisedAsync("Two"), await RaisedAsync("Three"));
        var four = (await RaiseAsync(Order("Four") with { GivesWayId = two })).Flash.Id;
        await WithAsync(four, (order, flash) => order.TakeBackAsync(flash, Ada, default));
        Assert.Equal([three, two, one], await OnAirAsync());

        var next = (await RaiseAsync(Order("One, and more") with { FollowsId = one })).Flash.Id;
        await WithAsync(next, (order, flash) => order.TakeBackAsync(flash, Ada, default));
        Assert.Equal([three, two, one], await OnAirAsync());
        Assert.Equal(["Three", "Two", "One"], (await newsroom.Reader().PageAsync("/last-minute")).Texts("main .log a, main .log li div > span[lang], main .log li div > span:not(.tag-live)"));
    }

    [Fact]
    public async Task A_bound_editor_ends_no_flash_of_another_section_to_make_room()
    {
        var (one, two, three) = (await RaisedAsync("One"), await RaisedAsync("Two"), await RaisedAsync("Three"));
        var bound = Ada with { SectionIds = [(await newsroom.SectionAsync()).Id] };
        Assert.Equal(RaisingOutcome.NoRoom, (await RaiseAsync(Order("Four") with { GivesWayId = one }, who: bound)).Outcome);
        Assert.Equal([three, two, one], await OnAirAsync());
    }

    [Fact]
    public async Task Two_processes_that_raise_at_once_keep_the_rules()
    {
        Assert.SkipWhen(TestDatabase.IsSqlServer, "Two processes share one SQLite file here.");
        // Another text of the connection has another gate, as another process has.
        using var other = new Newsroom(("ConnectionStrings:News", newsroom.Database.ConnectionString + ";Default Timeout=29"), ("Breaking:MostOnAir", "3"));
        var twice = Order("Sent twice");
        var orders = Enumerable.Range(0, 12).Select(number => Order($"Number {number}")).Append(twice).Append(twice with { }).Append(Order("Sent twice"));
        var outcomes = await Task.WhenAll(orders.Select((order, at) => RaiseAsync(order, at % 2 == 0 ? newsroom : other)));
        Assert.Equal(3, outcomes.Count(raising => raising.Outcome == RaisingOutcome.Raised));
        Assert.Equal(3, (await OnAirAsync()).Count);
        Assert.True(await newsroom.WithDbAsync(db => db.Flashes.CountAsync(f => f.Text == "Sent twice")) <= 1);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("three")]
    public void A_number_of_flashes_that_makes_no_sense_stops_the_start(string most)
    {
        using var wrong = new Newsroom(("Breaking:MostOnAir", most));
        Assert.ThrowsAny<Exception>(() => wrong.Services);
    }

    private static (RaisingOutcome, int) Said(Raising raising) => (raising.Outcome, raising.Flash.Id);

    private RaisingOrder Order(string text, int? story = null)
        => new(new FlashCopy(FlashLevel.LastMinute, text, newsroom.Now.AddHours(1)) { ArticleId = story }, Guid.NewGuid());

    private async Task<int> RaisedAsync(string text) => (await RaiseAsync(Order(text))).Flash.Id;

    private Task<Raising> RaiseAsync(RaisingOrder order, Newsroom? at = null, Staffer? who = null)
        => (at ?? newsroom).WithAsync(services => services.GetRequiredService<RunningOrder>().RaiseAsync(order, who ?? Ada, default));

    private Task MoveAsync(int id, bool up) => WithAsync(id, (order, flash) => order.MoveAsync(flash, up, Ada, default));

    private Task WithAsync(int id, Func<RunningOrder, Flash, Task> move) => newsroom.WithAsync(async services =>
        await move(services.GetRequiredService<RunningOrder>(), await services.GetRequiredService<NewsDb>().Flashes.SingleAsync(f => f.Id == id)));

    private Task<List<int>> OnAirAsync() => newsroom.WithAsync(async services
        => (await services.GetRequiredService<OnAir>().ReadAsync()).Select(line => line.Id).ToList());

    private Task<Flash> ReadAsync(int id) => newsroom.WithDbAsync(db => db.Flashes.AsNoTracking().SingleAsync(f => f.Id == id));
}

using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Breaking;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Breaking;

/// <summary>What open pages are told of flashes.</summary>
public sealed class FlashNewsTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Who_listens_is_told_of_a_flash_at_each_of_its_moves()
    {
        var section = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(section));
        using var listener = await Listener.OpenAsync(newsroom.Reader());
        Assert.Equal("hello", (await listener.NextAsync())!.Name);
        Assert.Equal("[]", (await listener.NextAsync())!.Data);

        var flash = await RaiseAsync("Köprü kapandı: \"dur\"", story.Id);
        Assert.Equal("flashRaised", await KindAsync(listener));
        var raised = await listener.NextAsync();
        Assert.Null(raised!.Id);
        var told = Assert.Single(raised.Json.EnumerateArray());
        Assert.Equal(
            (flash, "urgent", "Köprü kapandı: \"dur\"", $"/world/a-bridge-opens-{story.Id}", "2026-11-22T12:00:00Z", "2026-11-22T13:00:00Z"),
            (told.GetProperty("id").GetInt32(), Text(told, "level"), Text(told, "text"), Text(told, "url"), Text(told, "raisedUtc"), Text(told, "endsUtc")));
        Assert.Equal(JsonValueKind.Null, told.GetProperty("correctedUtc").ValueKind);

        await ChangeAsync(flash, one => one.Correct(one.Level, "The bridge is shut", Some.Ada, newsroom.Now));
        Assert.Equal("flashChanged", await KindAsync(listener));
        var corrected = (await listener.NextAsync())!.Json[0];
        Assert.Equal(("The bridge is shut", told.GetProperty("version").GetInt32() + 1), (Text(corrected, "text"), corrected.GetProperty("version").GetInt32()));

        await newsroom.ChangeAsync(story.Id, article => article.Withdraw(Some.Tester, "It was not true.", newsroom.Now));
        Assert.Equal("withdrawn", await KindAsync(listener));
        Assert.Equal("/last-minute", Text((await listener.NextAsync())!.Json[0], "url"));

        await ChangeAsync(flash, one => one.Lift(Some.Ada, newsroom.Now));
        Assert.Equal("flashLifted", await KindAsync(listener));
        Assert.Equal("[]", (await listener.NextAsync())!.Data);
    }

    [Fact]
    public async Task A_poller_is_told_of_the_flashes_when_they_may_have_changed()
    {
        var section = await newsroom.SectionAsync();
        Assert.Equal("[]", (await PollAsync("garbage")).GetProperty("flashes").GetRawText());
        await newsroom.PublishAsync(Some.CopyFor(section));
        Assert.False((await PollAsync("1")).TryGetProperty("flashes", out _));
        await RaiseAsync("The bridge is shut", null);
        Assert.Equal("/last-minute", Text((await PollAsync("1")).GetProperty("flashes")[0], "url"));
        Assert.False((await PollAsync("3")).TryGetProperty("flashes", out _));
    }

    [Fact]
    public async Task A_flash_that_ended_by_itself_is_told_of_no_more()
    {
        await RaiseAsync("The bridge is shut", null);
        Assert.Equal(1, (await PollAsync("x")).GetProperty("flashes").GetArrayLength());
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, (await PollAsync("x")).GetProperty("flashes").GetArrayLength());
    }

    [Fact]
    public async Task Who_listens_when_a_flash_ends_by_itself_is_told_soon()
    {
        await RaiseAsync("The bridge is shut", null);
        var (listener, _) = await Listener.GreetedAsync(newsroom.Reader());
        newsroom.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(("flashes", "[]"), await listener.NextAsync() is { } next ? (next.Name, next.Data) : default);
        listener.Dispose();
    }

    private static string Text(JsonElement flash, string name) => flash.GetProperty(name).GetString()!;

    private static async Task<string> KindAsync(Listener listener)
    {
        var next = await listener.NextAsync();
        Assert.Equal("change", next!.Name);
        return Text(next.Json, "kind");
    }

    private Task<JsonElement> PollAsync(string after) => newsroom.Reader().GetFromJsonAsync<JsonElement>($"/changes?after={after}");

    private Task<int> RaiseAsync(string text, int? story) => newsroom.WithDbAsync(async db =>
    {
        var flash = Flash.Raise(new FlashCopy(FlashLevel.Urgent, text, newsroom.Now.AddHours(1)) { ArticleId = story }, Some.Ada, newsroom.Now);
        db.Add(flash);
        await db.SaveChangesAsync();
        return flash.Id;
    });

    private Task<int> ChangeAsync(int id, Action<Flash> change) => newsroom.WithDbAsync(async db =>
    {
        change(await db.Flashes.SingleAsync(flash => flash.Id == id));
        return await db.SaveChangesAsync();
    });
}

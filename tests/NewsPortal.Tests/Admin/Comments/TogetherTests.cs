using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Comments;

/// <summary>Several moderators at one queue.</summary>
public sealed class TogetherTests : IDisposable
{
    private const string Desk = "/admin/comments";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Each_gets_another_comment_and_sees_who_reads_the_first()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var first = await TwoWaitAsync();
        Assert.Equal(["First"], (await ines.ReadAsync(Desk)).Texts(".case .said"));
        var desk = await omar.ReadAsync(Desk);
        Assert.Equal(["Second"], desk.Texts(".case .said"));
        Assert.Equal(["Ines Demir reads this"], desk.Texts("#queue [data-reader]:not([hidden])"));
        Assert.Equal(["Ines Demir reads this"], (await omar.ReadAsync($"{Desk}?at={first}")).Texts("#claim:not([hidden])"));
        // It is still hers, and she does not read that she reads it.
        Assert.Empty((await ines.ReadAsync($"{Desk}?at={first}")).Texts("#claim:not([hidden])"));
    }

    [Fact]
    public async Task A_claim_ends_by_itself_or_when_it_is_given_back()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var first = await TwoWaitAsync();
        Assert.Null(await ClaimAsync(ines, first));
        Assert.Equal("Ines Demir", await ClaimAsync(omar, first));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Null(await ClaimAsync(omar, first));
        Assert.Equal("Omar Said", await ClaimAsync(ines, first));
        await omar.PostAsync($"{Desk}/{first}/release");
        Assert.Null(await ClaimAsync(ines, first));
        // Nobody gives back what another holds.
        await omar.PostAsync($"{Desk}/{first}/release");
        Assert.Equal("Ines Demir", await ClaimAsync(omar, first));
    }

    [Fact]
    public async Task Of_many_who_take_one_at_once_one_has_it()
    {
        var colleagues = new List<Colleague>();
        for (var number = 0; number < 5; number++)
        {
            colleagues.Add(await newsroom.ColleagueAsync(Role.Moderator, $"Moderator {number}"));
        }

        var first = await TwoWaitAsync();
        var answers = await Task.WhenAll(colleagues.Select(who => ClaimAsync(who, first)));
        Assert.Single(answers, answer => answer is null);
        Assert.Single(answers.OfType<string>().Distinct());
        colleagues.ForEach(who => who.Dispose());
    }

    [Fact]
    public async Task An_open_list_hears_of_what_others_did_and_what_came()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var first = await TwoWaitAsync();
        var desk = await ines.ReadAsync(Desk);
        var newest = desk.QuerySelector("#queue")!.GetAttribute("data-newest");
        await omar.PostAsync($"{Desk}/{first}/approval", ("Version", Version(desk, first)));
        newsroom.Clock.Advance(TimeSpan.FromSeconds(5));
        await newsroom.CommentAsync(await StoryAsync("Economy"), "Third", CommentState.Pending);

        var news = await ines.Browser.GetFromJsonAsync<JsonElement>($"{Desk}/arrivals?newest={newest}&ids={first}", TestContext.Current.CancellationToken);
        Assert.Equal("1 more has come: show it", news.GetProperty("more").GetString());
        var mark = Assert.Single(news.GetProperty("marks").EnumerateArray());
        Assert.Equal((first, "Approved"), (mark.GetProperty("id").GetInt32(), mark.GetProperty("words").GetString()));
    }

    [Fact]
    public async Task What_readers_bring_back_is_announced_and_stands_behind_what_waits_and_undoing_keeps_its_place()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        var old = (await newsroom.CommentAsync(await StoryAsync("Economy"), "Old", CommentState.Approved)).Id;
        newsroom.Clock.Advance(TimeSpan.FromHours(3));
        await TwoWaitAsync();
        var desk = await ines.ReadAsync(Desk);
        var newest = desk.QuerySelector("#queue")!.GetAttribute("data-newest");
        newsroom.Clock.Advance(TimeSpan.FromSeconds(5));
        await newsroom.WithDbAsync(async db =>
        {
            db.Add((await db.Comments.FindAsync(old))!.Report(ReportReason.Insult, null, enough: 1, newsroom.Now));
            return await db.SaveChangesAsync();
        });

        var news = await ines.Browser.GetFromJsonAsync<JsonElement>($"{Desk}/arrivals?newest={newest}", TestContext.Current.CancellationToken);
        Assert.Equal("1 more has come: show it", news.GetProperty("more").GetString());
        desk = await ines.ReadAsync(Desk);
        Assert.Equal(["First", "Second", "Old"], desk.Texts("#queue li p"));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("10 min", (await ines.ReadAsync($"{Desk}?at={old}")).QuerySelector($"#queue li[data-id='{old}'] time")!.TextContent);
        var answer = await ines.PostAsync($"{Desk}/{old}/approval", ("Version", Version(desk, old)));
        await ines.PostAsync($"{Desk}/undoing", ("Batch", answer.Headers.Location!.ToString().Split("done=")[1].Split('#', '&')[0]));
        Assert.Equal(["First", "Second", "Old"], (await ines.ReadAsync(Desk)).Texts("#queue li p"));
    }

    [Fact]
    public async Task A_script_is_told_who_was_quicker_and_how_the_row_looks_now()
    {
        using var ines = await newsroom.ColleagueAsync(Role.Moderator, "Ines Demir");
        using var omar = await newsroom.ColleagueAsync(Role.Moderator, "Omar Said");
        var first = await TwoWaitAsync();
        var version = Version(await ines.ReadAsync(Desk), first);
        Assert.Equal(HttpStatusCode.OK, (await ines.SendAsync($"{Desk}/{first}/spam", ("Version", version))).StatusCode);
        var late = await omar.SendAsync($"{Desk}/{first}/approval", ("Version", version));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var answer = await late.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains("Ines Demir", answer.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal("Spam", Assert.Single(answer.GetProperty("marks").EnumerateArray()).GetProperty("words").GetString());
    }

    private static string Version(AngleSharp.Dom.IDocument desk, int id) => desk.QuerySelector($"#queue li[data-id='{id}'] [name=Pick]")!.GetAttribute("value")!.Split('.')[1];

    private static async Task<string?> ClaimAsync(Colleague who, int comment)
    {
        var answer = await who.SendAsync($"{Desk}/{comment}/claim");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("by").GetString();
    }

    private async Task<int> TwoWaitAsync()
    {
        var story = await StoryAsync("World");
        var first = await newsroom.CommentAsync(story, "First", CommentState.Pending);
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        await newsroom.CommentAsync(story, "Second", CommentState.Pending);
        return first.Id;
    }

    private async Task<int> StoryAsync(string section) => (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(section)))).Id;
}

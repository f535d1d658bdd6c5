using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Shared;
using NewsPortal.Tests.Articles;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin;

public sealed class DeskTests : IDisposable
{
    private readonly Newsroom newsroom = new(("Newsroom:Checks:Standfirst", "Blocking"));

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task It_shows_what_needs_this_person_now()
    {
        var section = await newsroom.SectionAsync();
        using var writer = await newsroom.ColleagueAsync(Role.Contributor, "Tomas");
        using var editor = await newsroom.ColleagueAsync(Role.Editor, "Dilara");
        var waiting = await newsroom.StartAsync(writer, Some.CopyFor(section, "Waiting"));
        await newsroom.MoveAsync(writer, waiting, "review", ("note", "By three, please."));
        var back = await newsroom.StartAsync(writer, Some.CopyFor(section, "Returned"));
        await newsroom.MoveAsync(writer, back, "review");
        await newsroom.MoveAsync(editor, back, "return", ("note", "Who says so?"));

        var desk = await editor.ReadAsync("/admin");
        Assert.Equal(["0", "1", "0", "0", "0"], desk.Texts(".needs b"));
        Assert.Contains("By three, please. Tomas", string.Join(' ', desk.Texts("section[aria-labelledby=wait] td")), StringComparison.Ordinal);
        var own = await writer.ReadAsync("/admin");
        Assert.Equal(["1", "0", "0"], own.Texts(".needs b"));
        Assert.Contains("Who says so?", own.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_went_out_late_because_nobody_was_up_and_what_has_not_gone_out()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var section = await newsroom.SectionAsync();
        await PlanAsync(editor, Some.CopyFor(section, "Late"));
        await PlanAsync(editor, Some.CopyFor(section, "Stuck") with { Standfirst = null });
        await newsroom.CarryOutDueAsync();

        var trouble = (await editor.ReadAsync("/admin")).Texts("section[aria-labelledby=trouble] li");
        Assert.Equal(2, trouble.Count);
        Assert.Contains("Stuck", trouble[0], StringComparison.Ordinal);
        Assert.Contains("There is no standfirst.", trouble[0], StringComparison.Ordinal);
        Assert.EndsWith("Went out 12 minutes late. The server was down when it was due.", trouble[1], StringComparison.Ordinal);
    }

    private async Task PlanAsync(Colleague by, Copy copy)
    {
        var id = await newsroom.StartAsync(by, copy);
        await newsroom.ChangeAsync(id, article
            => article.PlanPublication(by.Signature, WallTime.Of(newsroom.Now.AddMinutes(-12), TimeZoneInfo.Utc), newsroom.Now.AddHours(-1)));
    }
}

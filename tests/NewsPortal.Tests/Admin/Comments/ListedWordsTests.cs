using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Comments;

/// <summary>The word list and the box that explains what it finds.</summary>
public sealed class ListedWordsTests : IDisposable
{
    private const string Desk = "/admin/comments/words";

    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_word_goes_on_the_list_and_off_it()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        (await moderator.PostAsync(Desk, ("text", " cheap   watch* "), ("note", "spam of May"))).EnsureSeeOther();
        var page = await moderator.ReadAsync(Desk);
        Assert.Equal(["cheap watch*"], page.Texts("tbody strong"));
        (await moderator.PostAsync(page.QuerySelector("form[action$=removal]")!.GetAttribute("action")!)).EnsureSeeOther();
        Assert.Equal(0, await newsroom.WithDbAsync(db => db.ListedWords.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("ab")]
    [InlineData("12345")]
    [InlineData("casino")]
    public async Task What_cannot_be_listed_is_told_and_kept_in_its_field(string text)
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        (await moderator.PostAsync(Desk, ("text", "Casino"))).EnsureSeeOther();
        using var answer = await moderator.PostAsync(Desk, ("text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.ListedWords.CountAsync()));
    }

    [Fact]
    public async Task The_box_underlines_each_hit_and_says_why()
    {
        using var moderator = await newsroom.ColleagueAsync(Role.Moderator);
        (await moderator.PostAsync(Desk, ("text", "casino"))).EnsureSeeOther();
        using var answer = await moderator.PostAsync(Desk + "/trial", ("trial", "A <b>c4sino</b>, truly."));
        var page = await Html.ReadAsync(answer);
        Assert.Equal(["c4sino"], page.Texts("mark"));
        Assert.Contains("“c4sino” is, behind other letters or marks, casino", page.QuerySelector(".why li")!.TextContent, StringComparison.Ordinal);
    }
}

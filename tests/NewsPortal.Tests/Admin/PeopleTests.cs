using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin;

public sealed class PeopleTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task An_invitation_is_handed_over_as_a_link_where_no_letters_are_sent_and_opens_the_desk()
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        var answer = await Html.ReadAsync(await administrator.PostAsync("/admin/accounts", ("Name", "Cem"), ("Email", "cem@paper.example"), ("Role", "Contributor")));
        var link = new Uri(answer.QuerySelector("#link")!.GetAttribute("value")!);

        using var browser = newsroom.Stranger();
        var page = await browser.PageAsync(link.PathAndQuery);
        Assert.Contains("cem@paper.example", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([AuditKind.Invited], await newsroom.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Title == "Cem").Select(entry => entry.Kind).ToListAsync()));
    }

    [Theory]
    [InlineData("", "x@paper.example", "Name")]
    [InlineData("Cem", "no address", "Email")]
    [InlineData("Cem", "administrator1@paper.example", "Email")]
    public async Task An_invitation_that_cannot_be_is_refused_at_its_field_and_keeps_what_was_typed(string name, string email, string field)
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        var page = await Html.ReadAsync(await administrator.PostAsync("/admin/accounts", ("Name", name), ("Email", email), ("Role", "Editor")));
        Assert.Equal("true", page.QuerySelector("#" + field)!.GetAttribute("aria-invalid"));
        Assert.Equal(email, page.QuerySelector("#Email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_click_and_may_be_let_in_again()
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await administrator.PostAsync($"/admin/accounts/{editor.Person.Id}/disabling");
        Assert.Equal(HttpStatusCode.Redirect, (await editor.GetAsync("/admin")).StatusCode);
        await administrator.PostAsync($"/admin/accounts/{editor.Person.Id}/enabling");
        using var browser = newsroom.Stranger();
        Assert.Equal("/admin", (await Newsroom.EnterAsync(browser, "editor2@paper.example", Colleague.Password)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Ending_a_persons_sessions_works_at_their_next_click()
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await administrator.PostAsync($"/admin/accounts/{editor.Person.Id}/sessions/ending");
        Assert.Equal(HttpStatusCode.Redirect, (await editor.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/admin")).StatusCode);
    }

    [Fact]
    public async Task A_role_counts_from_the_next_click()
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync("/admin/accounts")).StatusCode);
        await administrator.PostAsync($"/admin/accounts/{editor.Person.Id}", ("Role", "Administrator"));
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/admin/accounts")).StatusCode);
    }

    [Theory]
    [InlineData("disabling")]
    [InlineData("")]
    public async Task The_last_administrator_stays(string move)
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        await administrator.PostAsync($"/admin/accounts/{administrator.Person.Id}/{move}".TrimEnd('/'), ("Role", "Contributor"));
        Assert.Contains("only administrator", (await administrator.ReadAsync("/admin/accounts")).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/admin/accounts")).StatusCode);
    }
}

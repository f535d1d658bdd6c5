using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Audit;
using NewsPortal.Changes;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin;

public sealed class SectionsTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_new_section_has_a_front_of_its_own_at_once()
    {
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        (await administrator.PostAsync("/admin/sections", ("Name", "Şehir ve Liman"), ("Position", "0"))).EnsureSeeOther();

        var front = await newsroom.Reader().PageAsync("/sehir-ve-liman");
        Assert.Equal(["Şehir ve Liman"], front.Texts("nav.nav a"));
        Assert.Equal(ChangeKind.SectionChanged, await newsroom.WithDbAsync(db => db.Changes.Select(change => change.Kind).SingleAsync()));
        Assert.Equal(AuditKind.SectionAdded, await newsroom.WithDbAsync(db => db.AuditEntries.Where(entry => entry.Subject.StartsWith("section:")).Select(entry => entry.Kind).SingleAsync()));
    }

    [Theory]
    [InlineData("Admin")]
    [InlineData("Search")]
    [InlineData("World")]
    [InlineData("  ")]
    public async Task A_name_whose_address_is_taken_is_refused_in_words(string name)
    {
        await newsroom.SectionAsync();
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        await administrator.PostAsync("/admin/sections", ("Name", name), ("Position", "0"));
        Assert.NotNull((await administrator.ReadAsync("/admin/sections")).QuerySelector("[role=alert]"));
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Sections.CountAsync()));
    }

    [Fact]
    public async Task A_section_that_is_renamed_keeps_its_address()
    {
        var section = await newsroom.SectionAsync();
        using var administrator = await newsroom.ColleagueAsync(Role.Administrator);
        await administrator.PostAsync($"/admin/sections/{section.Id}", ("Name", "The wide world"), ("Position", "0"));
        Assert.Equal(["The wide world"], (await newsroom.Reader().PageAsync("/world")).Texts("nav.nav a"));
    }

    [Fact]
    public async Task A_section_that_another_process_added_is_in_the_navigation_soon()
    {
        await newsroom.SectionAsync();
        Assert.Equal(["World"], (await newsroom.Reader().PageAsync("/world")).Texts("nav.nav a"));
        await using (var elsewhere = newsroom.Database.Open())
        {
            elsewhere.Add(new NewsPortal.Sections.Section { Slug = "port", Name = "Port", Position = 1 }.Added(Some.Ada, newsroom.Now));
            await elsewhere.SaveChangesAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Equal(["World", "Port"], (await newsroom.Reader().PageAsync("/world")).Texts("nav.nav a"));
    }

    [Fact]
    public async Task An_author_is_added_once_and_can_be_told_more_of()
    {
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        await editor.PostAsync("/admin/authors", ("Name", "Ada Quill"));
        await editor.PostAsync("/admin/authors", ("Name", "ada quill"));
        var author = await newsroom.WithDbAsync(db => db.Authors.SingleAsync());
        await editor.PostAsync($"/admin/authors/{author.Id}", ("Name", "Ada Quill"), ("JobTitle", "Port reporter"));
        Assert.Contains("Port reporter", (await newsroom.Reader().PageAsync("/author/ada-quill")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PostAsync("/admin/authors/99", ("Name", "Nobody"))).StatusCode);
    }

    [Fact]
    public async Task A_page_comes_to_the_foot_and_goes_from_it_with_its_publication()
    {
        var section = await newsroom.SectionAsync();
        Assert.DoesNotContain("About us", (await newsroom.Reader().PageAsync("/world")).Texts("footer nav a"));
        var about = await newsroom.PublishAsync(Some.CopyFor(section, "About us") with { Pinned = true }, kind: ArticleKind.Page);
        Assert.Contains("About us", (await newsroom.Reader().PageAsync("/world")).Texts("footer nav a"));
        await newsroom.ChangeAsync(about.Id, page => page.Withdraw(Some.Ada, "It is being rewritten.", newsroom.Now));
        Assert.DoesNotContain("About us", (await newsroom.Reader().PageAsync("/world")).Texts("footer nav a"));
    }

    [Fact]
    public async Task Only_the_pages_that_say_so_are_linked_at_the_foot()
    {
        var section = await newsroom.SectionAsync();
        await newsroom.PublishAsync(Some.CopyFor(section, "About us") with { Pinned = true }, kind: ArticleKind.Page);
        await newsroom.PublishAsync(Some.CopyFor(section, "A page below another"), kind: ArticleKind.Page);
        Assert.Equal("About us", (await newsroom.Reader().PageAsync("/world")).Texts("footer nav a")[0]);
        Assert.DoesNotContain("A page below another", (await newsroom.Reader().PageAsync("/world")).Texts("footer nav a"));
    }
}

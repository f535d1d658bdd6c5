using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Hosting;
using NewsPortal.Media;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

public sealed class PublishingChecksTests
{
    [Fact]
    public async Task A_copy_that_is_whole_has_nothing_to_be_found_in_it()
    {
        using var newsroom = new Newsroom();
        var copy = Some.CopyFor(await newsroom.SectionAsync());
        Assert.Empty(await LookAsync(newsroom, copy));
    }

    [Fact]
    public async Task Every_picture_in_use_is_looked_at_the_lead_one_too()
    {
        using var newsroom = new Newsroom();
        var bare = await PhotoAsync(newsroom, new Photo { Name = "bare" });
        var told = await PhotoAsync(newsroom, new Photo { Name = "told", Alt = "A gate", Caption = "The gate.", Credit = "A. Quill" });
        var copy = Some.CopyFor(await newsroom.SectionAsync()) with
        {
            Lead = new Figure { PhotoId = bare },
            Body = $"One.\n\n![](photo:{told})\n\n![A gate](photo:{bare} \"The gate.\"){{credit=\"B\"}}\n\n![](photo:{bare}){{.decorative}}",
        };

        var found = await LookAsync(newsroom, copy);

        Assert.Equal(
            [(PublishingCheck.Alt, "lead"), (PublishingCheck.Caption, "lead"), (PublishingCheck.Credit, "lead"), (PublishingCheck.Credit, "body")],
            found.Select(finding => (finding.Check!.Value, finding.Field)));
        Assert.Equal([true, false, false, false], found.Select(finding => finding.IsBlocking));
        Assert.Equal(4, found[^1].Values[0]);
    }

    [Fact]
    public async Task A_link_to_a_story_that_readers_cannot_see_is_found_and_a_good_one_is_not()
    {
        using var newsroom = new Newsroom(("Site:Url", "https://paper.example"));
        var section = await newsroom.SectionAsync();
        var good = await newsroom.PublishAsync(Some.CopyFor(section));
        var copy = Some.CopyFor(section) with
        {
            Body = $"[a](story:{good.Id}) [b](/world/x-{good.Id}) [c](https://paper.example/world/y-{good.Id}#part) [d](https://other.example/z-999) "
                + "[e](story:999) [f](/world/gone-998) [g](https://paper.example/world/gone-997?x=1)",
        };

        Assert.Equal(
            ["story:999", "/world/gone-998", "https://paper.example/world/gone-997?x=1"],
            (await LookAsync(newsroom, copy)).Select(finding => finding.Values[0]));
    }

    [Fact]
    public async Task The_site_says_which_findings_stand_in_the_way()
    {
        using var newsroom = new Newsroom(("Newsroom:Checks:Standfirst", "Blocking"), ("Newsroom:Checks:HeadlineLength", "off"));
        var copy = Some.CopyFor(await newsroom.SectionAsync()) with { Standfirst = " ", Headline = new string('x', 200) };

        var finding = Assert.Single(await LookAsync(newsroom, copy));
        Assert.Equal((PublishingCheck.Standfirst, true), (finding.Check, finding.IsBlocking));

        var article = NewsPortal.Articles.Article.Start(ArticleKind.Story, copy, Some.Body("x"), Some.Ada, newsroom.Now);
        await Assert.ThrowsAsync<RefusedException>(() => newsroom.WithAsync(services
            => services.GetRequiredService<PublishingRules>().HoldAsync(article, Some.Bo, newsroom.Now, null, default)));
    }

    [Fact]
    public async Task A_page_needs_neither_section_nor_standfirst()
    {
        using var newsroom = new Newsroom();
        Assert.Empty(await LookAsync(newsroom, Some.Copy(), ArticleKind.Page));
        Assert.Equal(["section", "standfirst"], (await LookAsync(newsroom, Some.Copy())).Select(finding => finding.Field));
    }

    [Fact]
    public async Task Who_wrote_it_may_not_pass_it_where_four_eyes_are_asked_for_unless_with_a_reason()
    {
        using var newsroom = new Newsroom(("Newsroom:FourEyes", "true"));
        var copy = Some.CopyFor(await newsroom.SectionAsync());
        var article = NewsPortal.Articles.Article.Start(ArticleKind.Story, copy, Some.Body("x"), Some.Ada, newsroom.Now);

        await newsroom.WithAsync(async services =>
        {
            var rules = services.GetRequiredService<PublishingRules>();
            await Assert.ThrowsAsync<RefusedException>(() => rules.HoldAsync(article, Some.Ada, newsroom.Now, " ", default));
            await rules.HoldAsync(article, Some.Ada, newsroom.Now, "The gate is falling.", default);
            await rules.HoldAsync(article, Some.Bo, newsroom.Now, null, default);
            article.Draft.HandIn(Some.Ada, newsroom.Now);
            article.Draft.Approve(Some.Bo, newsroom.Now);
            await rules.HoldAsync(article, Some.Ada, newsroom.Now, null, default);
        });
    }

    [Theory]
    [InlineData("/world", false)]
    [InlineData("/tag/floods", false)]
    [InlineData("/author/ada-quill", false)]
    [InlineData("/search?q=gate", false)]
    [InlineData("/old/way", false)]
    [InlineData("https://elsewhere.example/nothing", false)]
    [InlineData("/wrold", true)]
    [InlineData("/tag/fluds", true)]
    [InlineData("/author/nobody", true)]
    [InlineData("/world/no-number", true)]
    [InlineData("http://localhost:5000/wrold", true)]
    public async Task A_link_within_the_paper_that_leads_nowhere_is_pointed_out(string link, bool isBroken)
    {
        using var newsroom = new Newsroom();
        await newsroom.SectionAsync();
        await newsroom.TagAsync();
        await newsroom.AuthorAsync();
        await newsroom.WithDbAsync(db =>
        {
            db.Add(new NewsPortal.Redirects.Redirect { Path = "/old/way", Target = "/world" });
            return db.SaveChangesAsync();
        });
        var found = await LookAsync(newsroom, Some.Copy() with { Body = $"See [this]({link})." });
        Assert.Equal(isBroken, found.Any(finding => finding.Check == PublishingCheck.Links));
    }

    [Theory]
    [InlineData("Newsroom:FourEyes", "perhaps")]
    [InlineData("Newsroom:Checks:Alt", "5")]
    public void A_setting_that_means_nothing_stops_the_start_in_a_sentence(string key, string value)
    {
        using var newsroom = new Newsroom((key, value));
        Assert.Contains(key, Assert.Throws<StartUpException>(() => newsroom.Services.GetRequiredService<NewsroomSettings>()).Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<Finding>> LookAsync(Newsroom newsroom, Copy copy, ArticleKind kind = ArticleKind.Story) => newsroom.WithAsync(services
        => services.GetRequiredService<PublishingChecks>().LookAsync(kind, copy, newsroom.Now, default));

    private static Task<int> PhotoAsync(Newsroom newsroom, Photo photo) => newsroom.WithDbAsync(async db =>
    {
        db.Add(photo);
        photo.AddedUtc = newsroom.Now;
        await db.SaveChangesAsync();
        return photo.Id;
    });
}

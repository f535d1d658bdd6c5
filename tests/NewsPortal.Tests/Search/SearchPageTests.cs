using System.Net;
using AngleSharp.Dom;
using NewsPortal.Articles;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Search;

public sealed class SearchPageTests
{
    [Theory]
    [InlineData("storm gate")]
    [InlineData("STORM GAT")]
    [InlineData("gate storm")]
    [InlineData("\"storm gate\"")]
    [InlineData("mayor storm")]
    [InlineData("longest storm")]
    [InlineData("storm -harbour")]
    public async Task A_story_is_found_by_words_of_headline_standfirst_and_body(string typed)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "Storm gate fails"));
        Assert.Equal(["Storm gate fails"], await HeadlinesAsync(newsroom, typed));
    }

    [Theory]
    [InlineData("storm harbour")]
    [InlineData("\"gate storm\"")]
    [InlineData("\"storm gat\"")]
    [InlineData("\"fails the mayor\"")]
    [InlineData("torm")]
    [InlineData("storm -gate")]
    [InlineData("storm -\"longest\"")]
    public async Task A_story_that_lacks_a_word_or_has_an_unwanted_one_is_not_found(string typed)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "Storm gate fails"));
        Assert.Empty(await HeadlinesAsync(newsroom, typed));
    }

    [Theory]
    [InlineData("İstanbul’da kar yağışı", "istanbul")]
    [InlineData("İstanbul’da kar yağışı", "ISTANBUL")]
    [InlineData("İstanbul’da kar yağışı", "yagisi")]
    [InlineData("ISPARTA gülü", "ısparta gulu")]
    [InlineData("الكِتَابُ الجديد", "كتاب")]
    [InlineData("أخبار القاهرة", "اخبار القاهره")]
    [InlineData("Große Brücke", "grosse brucke")]
    [InlineData("100% of it", "100%")]
    [InlineData("A_b and [x]", "a_b [x]")]
    public async Task Letters_are_found_however_they_are_typed(string headline, string typed)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), headline));
        Assert.Equal([headline], await HeadlinesAsync(newsroom, typed));
    }

    [Theory]
    [InlineData("br%ge")]
    [InlineData("b_idge")]
    [InlineData("b[r]idge")]
    [InlineData("brid*")]
    public async Task Signs_that_databases_take_for_wildcards_are_none(string typed)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "Bridge"));
        Assert.Equal(typed == "brid*" ? ["Bridge"] : [], await HeadlinesAsync(newsroom, typed));
    }

    [Fact]
    public async Task Nothing_that_readers_may_not_see_is_found()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var withdrawn = await newsroom.PublishAsync(Some.CopyFor(section, "Secret withdrawn"));
        await newsroom.ChangeAsync(withdrawn.Id, story => story.Withdraw(Some.Tester, "It was wrong.", newsroom.Now));
        var live = await newsroom.PublishAsync(Some.CopyFor(section, "A bridge opens"));
        var draft = Some.CopyFor(section, "Secret draft");
        await newsroom.ChangeAsync(live.Id, story => story.Draft.Save(draft, Some.Body("secret"), Some.Tester, newsroom.Now));
        await newsroom.WithDbAsync(async db =>
        {
            db.Add(Article.Start(ArticleKind.Story, Some.CopyFor(section, "Secret unpublished"), Some.Body("secret"), Some.Tester, newsroom.Now));
            var scheduled = Article.Start(ArticleKind.Story, Some.CopyFor(section, "Secret scheduled"), Some.Body("secret"), Some.Tester, newsroom.Now);
            scheduled.PlanPublication(Some.Tester, WallTime.Of(newsroom.Now.AddDays(1), TimeZoneInfo.Utc), newsroom.Now);
            db.Add(scheduled);
            return await db.SaveChangesAsync();
        });

        Assert.Empty(await HeadlinesAsync(newsroom, "secret"));
        Assert.Equal(["A bridge opens"], await HeadlinesAsync(newsroom, "bridge"));
    }

    [Fact]
    public async Task A_mended_headline_is_found_and_the_old_one_is_not()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(section, "Ferry sails"));
        await newsroom.ChangeAsync(story.Id, article =>
        {
            article.Draft.Save(Some.CopyFor(section, "Tunnel opens"), Some.Body("words"), Some.Tester, newsroom.Now);
            article.Publish(Some.Tester, newsroom.Now);
        });
        Assert.Empty(await HeadlinesAsync(newsroom, "ferry"));
        Assert.Equal(["Tunnel opens"], await HeadlinesAsync(newsroom, "tunnel"));
    }

    [Fact]
    public async Task Words_are_marked_in_headline_and_standfirst_and_what_is_only_in_the_text_is_shown()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        await newsroom.PublishAsync(Some.CopyFor(section, "İstanbul <b>waits</b>") with
        {
            Slug = "waits",
            Body = "First.\n\nThe *leaf* of the gate & its <i>hinge</i> stuck.",
        });
        var page = await newsroom.Reader().PageAsync("/search?q=istanbul+hinge");
        Assert.Equal(["İstanbul", "hinge"], page.Texts("main mark"));
        Assert.Equal("First. The leaf of the gate & its hinge stuck.", page.Texts("main .dek").Single());
        Assert.Equal("İstanbul <b>waits</b>", page.Texts("main h3").Single());

        page = await newsroom.Reader().PageAsync("/search?q=mayor");
        Assert.Equal("The <mark>mayor</mark> walked across it first.", page.QuerySelector("main .dek")!.InnerHtml);
    }

    [Fact]
    public async Task The_page_says_what_it_looked_for_and_asks_not_to_be_indexed()
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "Storm gate fails"));
        var page = await newsroom.Reader().PageAsync("/search?q=storm+gate");
        Assert.StartsWith("Search: “storm gate” | ", page.Title, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal("storm gate", page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
        Assert.Equal(["1 story"], page.Texts("main h2"));
    }

    [Fact]
    public async Task An_empty_search_is_the_form_alone()
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        foreach (var path in new[] { "/search", "/search?q=", "/search?q=%20%09" })
        {
            var page = await newsroom.Reader().PageAsync(path);
            Assert.NotNull(page.QuerySelector("main form input[name=q]"));
            Assert.Empty(page.QuerySelectorAll("main h2, main h3, main .note"));
        }
    }

    [Theory]
    [InlineData("%22%22+%25+%5D")]
    [InlineData("-storm")]
    [InlineData("-%22storm+gate%22+-x")]
    [InlineData("%F0%9F%98%80")]
    public async Task A_search_without_a_word_to_find_is_answered_with_a_sentence(string typed)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var page = await newsroom.Reader().PageAsync($"/search?q={typed}");
        Assert.NotEmpty(Assert.Single(page.Texts("main .note")));
        Assert.Empty(page.QuerySelectorAll("main h3"));
    }

    [Theory]
    [InlineData("%00%01%1b")]
    [InlineData("a%00b")]
    [InlineData("%ED%A0%80")]
    [InlineData("%EF%BF%BE")]
    [InlineData("%FF%FE")]
    [InlineData("x&since=0001-01-01")]
    [InlineData("x&since=9999-12-31")]
    [InlineData("x&since=%D9%A1&section=%00&before=")]
    [InlineData("'%20OR%201=1%20--&q=two")]
    public async Task No_search_breaks_the_page(string typed)
    {
        using var newsroom = new Newsroom(("Site:TimeZone", "Pacific/Auckland"));
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var response = await newsroom.Reader().GetAsync($"/search?q={typed}");
        Assert.True((int)response.StatusCode < 500, $"{typed} answered {response.StatusCode}");
    }

    [Fact]
    public async Task A_long_search_is_cut_and_the_reader_told()
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "Storm gate fails"));
        var page = await newsroom.Reader().PageAsync($"/search?q=storm{new string('+', 100)}{string.Concat(Enumerable.Repeat("+gate", 100))}");
        Assert.Contains("left out", Assert.Single(page.Texts("main .note")), StringComparison.Ordinal);
        Assert.Equal(["Storm gate fails"], page.Texts("main h3"));
    }

    [Fact]
    public async Task A_search_without_matches_says_so_and_what_to_try()
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var page = await newsroom.Reader().PageAsync("/search?q=%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.Equal(["No story matches “<script>alert(1)</script>”"], page.Texts("main h2"));
        Assert.NotEmpty(page.Texts("main .dek").Single());
        Assert.Null(page.QuerySelector("main script"));
    }

    [Fact]
    public async Task Pages_of_matches_follow_each_other_and_keep_the_search()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        for (var number = 0; number < 45; number++)
        {
            await newsroom.PublishAsync(Some.CopyFor(section, $"Çay & storm {number}") with { Slug = "s" }, newsroom.Now.AddMinutes(-number));
        }

        var reader = newsroom.Reader();
        var seen = new List<string>();
        var headings = new List<string>();
        var next = "/search?q=%C3%87ay+%26+%22storm%22&section=world&since=2026-11-01";
        IDocument? page = null;
        while (next is not null)
        {
            page = await reader.PageAsync(next);
            seen.AddRange(page.Texts("main h3"));
            headings.AddRange(page.Texts("main h2"));
            next = page.QuerySelector("main a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 45).Select(number => $"Çay & storm {number}"), seen);
        Assert.Equal(["The newest", "More", "More"], headings.Select(heading => heading.Replace(" matches for “Çay & \"storm\"”", "", StringComparison.Ordinal)));
        var newer = await reader.PageAsync(page!.QuerySelector("main a[rel=prev]")!.GetAttribute("href")!);
        Assert.Equal("Çay & storm 20", newer.Texts("main h3")[0]);
        Assert.Equal("2026-11-01", newer.QuerySelector("main input[name=since]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("before=x")]
    [InlineData("before=1-1&after=1-1")]
    [InlineData("before=0-1")]
    public async Task A_page_that_is_none_is_not_found(string place)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Reader().GetAsync($"/search?q=bridge&{place}")).StatusCode);
    }

    [Fact]
    public async Task A_search_can_be_kept_to_a_section_and_to_recent_days_of_the_site()
    {
        using var newsroom = new Newsroom(("Site:TimeZone", "Europe/Istanbul"));
        var (world, economy) = (await newsroom.SectionAsync("World"), await newsroom.SectionAsync("Economy", position: 1));
        // 21:30 UTC on the 20th is the 21st in Istanbul.
        var evening = new DateTime(2026, 11, 20, 21, 30, 0, DateTimeKind.Utc);
        await newsroom.PublishAsync(Some.CopyFor(world, "Storm of the 21st"), evening);
        await newsroom.PublishAsync(Some.CopyFor(world, "Storm of the 20th"), evening.AddHours(-1));
        await newsroom.PublishAsync(Some.CopyFor(economy, "Storm of markets"), evening);

        Assert.Equal(["Storm of markets", "Storm of the 21st"], await HeadlinesAsync(newsroom, "storm&since=2026-11-21"));
        Assert.Equal(["Storm of the 21st"], await HeadlinesAsync(newsroom, "storm&since=2026-11-21&section=world"));
        Assert.Equal(3, (await HeadlinesAsync(newsroom, "storm&since=soon&section=nowhere")).Count);
        var form = (await newsroom.Reader().PageAsync("/search?q=storm&since=2026-11-21&section=economy")).QuerySelector("main form")!;
        Assert.Equal("2026-11-21", form.QuerySelector("input[name=since]")!.GetAttribute("value"));
        Assert.Equal("economy", form.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Topics_with_one_of_the_words_stand_beside_the_matches()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var (used, other) = (await newsroom.TagAsync("Şile feneri"), await newsroom.TagAsync("Missile"));
        await newsroom.TagAsync("Sile without stories");
        await newsroom.PublishAsync(Some.CopyFor(section, "Sile today") with { TagIds = [used.Id, other.Id] });
        var page = await newsroom.Reader().PageAsync("/search?q=sile");
        Assert.Equal(["Şile feneri"], page.Texts("main .log a"));
        Assert.Equal("/tag/sile-feneri", page.QuerySelector("main .log a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_page_speaks_Turkish_on_a_Turkish_paper()
    {
        using var newsroom = new Newsroom(("Site:Culture", "tr-TR"));
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "IŞIK İSTANBUL"));
        var page = await newsroom.Reader().PageAsync("/search?q=istanbul+isik");
        Assert.Equal(["1 haber"], page.Texts("main h2"));
        Assert.Equal(["IŞIK İSTANBUL"], page.Texts("main mark"));
    }

    [Fact]
    public async Task HEAD_is_answered()
    {
        using var newsroom = new Newsroom();
        using var ask = new HttpRequestMessage(HttpMethod.Head, "/search?q=storm");
        Assert.Equal(HttpStatusCode.OK, (await newsroom.Reader().SendAsync(ask)).StatusCode);
    }

    private static async Task<IReadOnlyList<string>> HeadlinesAsync(Newsroom newsroom, string query)
    {
        var typed = query.Contains('&', StringComparison.Ordinal) ? query : Uri.EscapeDataString(query);
        return [.. (await newsroom.Reader().PageAsync($"/search?q={typed}")).Texts("main h3").Order(StringComparer.Ordinal)];
    }
}

using System.Net;
using System.Text.Json;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Media;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles;

public sealed class StoryPageTests
{
    [Fact]
    public async Task A_story_prints_what_its_writers_gave_it()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var (ada, bo) = (await newsroom.AuthorAsync("Ada Quill"), await newsroom.AuthorAsync("Bo Lens"));
        var tag = await newsroom.TagAsync("Bridges");
        var story = await newsroom.PublishAsync(Some.CopyFor(section) with
        {
            Kicker = "Traffic",
            WorkType = WorkType.Analysis,
            Bylines = [new BylineCopy(ada.Id, Place: "Port Averne"), new BylineCopy(bo.Id, BylineRole.Photographer)],
            TagIds = [tag.Id],
        });

        var page = await newsroom.Reader().PageAsync($"/world/a-bridge-opens-{story.Id}");

        Assert.Equal(["A bridge opens"], page.Texts("h1"));
        Assert.Equal(["World · Analysis · Traffic"], page.Texts(".art-head .kicker"));
        Assert.Equal(["The mayor walked across it first."], page.Texts(".art-head .dek"));
        Assert.Equal(["It is the fourth bridge.", "It is the longest."], page.Texts(".prose > p"));
        Assert.Equal(["Ada Quill in Port Averne", "Bo Lens Photographs"], page.Texts(".by > p").Take(2));
        Assert.Equal(["Bridges"], page.Texts(".tags a"));
    }

    [Fact]
    public async Task A_typo_fix_does_not_move_updated_and_new_facts_do()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var path = $"/world/a-bridge-opens-{story.Id}";

        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.ChangeAsync(story.Id, article => article.Publish(Some.Tester, newsroom.Now, substantive: false));
        Assert.DoesNotContain("Updated", (await newsroom.Reader().PageAsync(path)).Texts(".by")[0], StringComparison.Ordinal);

        newsroom.Clock.Advance(TimeSpan.FromHours(1));
        await newsroom.ChangeAsync(story.Id, article => article.Publish(Some.Tester, newsroom.Now));
        var page = await newsroom.Reader().PageAsync(path);
        Assert.Contains("Published 22 Nov 2026, 12:00 Updated 14:00 London time", page.Texts(".by")[0], StringComparison.Ordinal);
        Assert.Equal("2026-11-22T14:00:00+00:00", page.QuerySelectorAll(".by time")[1].GetAttribute("datetime"));
    }

    [Fact]
    public async Task Only_what_has_words_takes_time_to_read()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var (words, none) = (await newsroom.PublishAsync(Some.CopyFor(section)), await newsroom.PublishAsync(Some.CopyFor(section) with { Body = "" }));
        var reader = newsroom.Reader();
        Assert.Contains("1 minute to read", (await reader.PageAsync($"/world/a-bridge-opens-{words.Id}")).Texts(".by")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("to read", (await reader.PageAsync($"/world/a-bridge-opens-{none.Id}")).Texts(".by")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_on_the_clock_of_the_site_and_name_it()
    {
        using var newsroom = new Newsroom(("Site:TimeZone", "Europe/Istanbul"), ("Site:Culture", "tr-TR"));
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));

        var page = await newsroom.Reader().PageAsync($"/world/a-bridge-opens-{story.Id}");

        Assert.Contains("Yayımlandı 22 Kas 2026, 15:00 İstanbul saati", page.Texts(".by")[0], StringComparison.Ordinal);
        Assert.Equal("2026-11-22T15:00:00+03:00", page.QuerySelector(".by time")!.GetAttribute("datetime"));
        Assert.Equal("tr", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Corrections_stand_below_the_text_with_their_time()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        newsroom.Clock.Advance(TimeSpan.FromMinutes(36));
        await newsroom.ChangeAsync(story.Id, article => article.Correct(Some.Ada, CorrectionKind.Correction, "It is 640 tonnes.", newsroom.Now));

        var page = await newsroom.Reader().PageAsync($"/world/a-bridge-opens-{story.Id}");

        Assert.Equal(["Correction, 12:36. It is 640 tonnes."], page.Texts(".prose .note"));
    }

    [Theory]
    [InlineData("/world/another-slug-{0}")]
    [InlineData("/elsewhere/a-bridge-opens-{0}")]
    [InlineData("/world/a-bridge-opens-000{0}")]
    public async Task A_wrong_spelling_is_sent_to_the_right_one(string pattern)
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));

        var response = await newsroom.Reader().GetAsync(string.Format(null, pattern, story.Id));

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal($"/world/a-bridge-opens-{story.Id}", response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/world/a-bridge-opens-99")]
    [InlineData("/world/a-bridge-opens-+1")]
    [InlineData("/world/a-bridge-opens-99999999999999999999")]
    [InlineData("/world/a-bridge-opens-1e3")]
    [InlineData("/world/a-bridge-opens-١")]
    [InlineData("/world/a-bridge-opens-")]
    [InlineData("/world/%2e%2e%2fetc%2fpasswd-1x")]
    public async Task A_number_that_is_no_story_is_not_found(string path)
    {
        using var newsroom = new Newsroom();
        await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));

        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Reader().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_published_is_not_there()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var id = await newsroom.WithDbAsync(async db =>
        {
            var article = NewsPortal.Articles.Article.Start(ArticleKind.Story, Some.CopyFor(section), Some.Body("Not yet."), Some.Tester, newsroom.Now);
            db.Add(article);
            await db.SaveChangesAsync();
            return article.Id;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await newsroom.Reader().GetAsync($"/world/a-bridge-opens-{id}")).StatusCode);
        Assert.Empty((await newsroom.Reader().PageAsync("/world")).Texts("main .story"));
    }

    [Fact]
    public async Task A_withdrawn_story_says_why_and_is_gone_from_lists()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        await newsroom.ChangeAsync(story.Id, article => article.Withdraw(Some.Tester, "It was not true.", newsroom.Now));

        var response = await newsroom.Reader().GetAsync($"/world/a-bridge-opens-{story.Id}");

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Equal(["It was not true."], Html.Parse(await response.Content.ReadAsStringAsync()).Texts(".dek"));
        Assert.Empty((await newsroom.Reader().PageAsync("/world")).Texts("main .story"));
    }

    [Fact]
    public async Task Only_approved_comments_are_shown_and_counted()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        var first = await newsroom.CommentAsync(story.Id, "The first");
        var reply = await newsroom.CommentAsync(story.Id, "A reply", answers: first.Id);
        await newsroom.CommentAsync(story.Id, "A reply to the reply", answers: reply.Id);
        foreach (var hidden in new[] { CommentState.Pending, CommentState.Rejected, CommentState.Spam })
        {
            await newsroom.CommentAsync(story.Id, $"marker-{hidden}", hidden);
        }

        var page = await newsroom.Reader().PageAsync($"/world/a-bridge-opens-{story.Id}");

        Assert.Equal("3 comments", page.Texts("#talk h2")[0]);
        Assert.Equal(["The first"], page.Texts(".list > li > .comment .said"));
        Assert.Equal(["A reply", "A reply to the reply"], page.Texts(".list ol .comment .said"));
        Assert.DoesNotContain("marker-", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_go_on_to_further_pages_without_gap_or_repeat()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()));
        const int Count = CommentThreads.PageSize + 7;
        for (var number = 0; number < Count; number++)
        {
            await newsroom.CommentAsync(story.Id, $"number {number}");
        }

        var reader = newsroom.Reader();
        var page = await reader.PageAsync($"/world/a-bridge-opens-{story.Id}");
        var seen = page.Texts(".said").ToList();
        while (page.QuerySelector("a.btn[href*='/comments?after=']") is { } more)
        {
            page = await reader.PageAsync(more.GetAttribute("href")!);
            seen.AddRange(page.Texts(".said"));
        }

        Assert.Equal(Enumerable.Range(0, Count).Select(number => $"number {number}"), seen);
    }

    [Fact]
    public async Task Structured_data_says_what_the_page_says_and_cannot_be_broken_out_of()
    {
        using var newsroom = new Newsroom();
        var ada = await newsroom.AuthorAsync("Ada </script><b>Quill");
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync(), "It's </script><script>alert(1)</script>") with
        {
            Slug = "it-s",
            WorkType = WorkType.Opinion,
            Bylines = [new BylineCopy(ada.Id)],
        });

        var page = await newsroom.Reader().PageAsync($"/world/it-s-{story.Id}");
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);

        Assert.Equal("OpinionNewsArticle", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("It's </script><script>alert(1)</script>", data.RootElement.GetProperty("headline").GetString());
        Assert.Equal("2026-11-22T12:00:00+00:00", data.RootElement.GetProperty("datePublished").GetString());
        Assert.EndsWith($"/author/{ada.Slug}", data.RootElement.GetProperty("author")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.All(page.Scripts, script => Assert.True(script.Type == "application/ld+json" || script.Source is not null, "an inline script"));
    }

    [Fact]
    public async Task Lead_words_come_from_the_use_before_the_photo()
    {
        using var newsroom = new Newsroom();
        var section = await newsroom.SectionAsync();
        var photo = await newsroom.WithDbAsync(async db =>
        {
            var missing = new Photo { Name = "gate", Width = 1440, Height = 960, Caption = "Own caption", Alt = "Own alt", Credit = "Own credit", AddedUtc = newsroom.Now };
            db.Add(missing);
            await db.SaveChangesAsync();
            return missing;
        });
        var plain = await newsroom.PublishAsync(Some.CopyFor(section) with { Lead = new Figure { PhotoId = photo.Id } });
        var other = await newsroom.PublishAsync(Some.CopyFor(section) with
        {
            Lead = new Figure { PhotoId = photo.Id, Caption = "Caption here", Decorative = true, Credit = "" },
        });

        var reader = newsroom.Reader();
        var first = (await reader.PageAsync($"/world/a-bridge-opens-{plain.Id}")).QuerySelector("figure.hero")!;
        var second = (await reader.PageAsync($"/world/a-bridge-opens-{other.Id}")).QuerySelector("figure.hero")!;

        Assert.Equal("Own alt", first.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal(["Own caption. Photograph: Own credit"], first.Texts("figcaption"));
        Assert.Equal("", second.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal(["Caption here"], second.Texts("figcaption"));
    }

    [Fact]
    public async Task Search_and_social_words_of_their_own_are_used_where_they_belong()
    {
        using var newsroom = new Newsroom();
        var story = await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()) with
        {
            FrontHeadline = "Bridge!",
            SearchTitle = "Bridge opening: all you need",
            SearchDescription = "When and where.",
            SocialTitle = "We have a bridge",
            SocialText = "Come and see.",
        });

        var reader = newsroom.Reader();
        var page = await reader.PageAsync($"/world/a-bridge-opens-{story.Id}");

        Assert.Equal("Bridge opening: all you need | The Meridian", page.Title);
        Assert.Equal("When and where.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("We have a bridge", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal("Come and see.", page.QuerySelector("meta[property='og:description']")!.GetAttribute("content"));
        Assert.Equal($"http://localhost:5000/world/a-bridge-opens-{story.Id}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(["Bridge!"], (await reader.PageAsync("/")).Texts(".lead h2"));
    }
}

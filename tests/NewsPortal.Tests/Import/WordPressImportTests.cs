using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Import.WordPress;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Import;

public sealed class WordPressImportTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task A_published_post_is_a_published_story_with_its_words_author_and_date()
    {
        await new Wxr().Author("ada", "Ada Quill").Add(new WxrPost(7)
        {
            Title = "Rain &amp; <em>wind</em>",
            Excerpt = "A <b>wet</b> week.",
            Content = "One\n\nTwo",
            Terms = [("category", "weather", "Weather"), ("post_tag", "rain", "Rain")],
        }).ImportAsync(newsroom);

        var story = Assert.Single(await StoriesAsync());
        Assert.Equal(("Rain & wind", "A wet week.", "One\n\nTwo"), (story.Headline, story.Standfirst, story.Body));
        Assert.Equal((ArticleState.Published, new DateTime(2012, 3, 15, 14, 0, 0, DateTimeKind.Utc)), (story.State, story.PublishedUtc));
        Assert.Null(story.UpdatedUtc);
        Assert.Equal(("Ada Quill", "Weather", "Rain"), (story.Bylines[0].Author!.Name, story.Section!.Name, story.Tags[0].Tag!.Name));
        Assert.Contains("<p>Two</p>", story.BodyHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft", ArticleState.Unpublished, DraftState.Writing)]
    [InlineData("pending", ArticleState.Unpublished, DraftState.InReview)]
    [InlineData("private", ArticleState.Unpublished, DraftState.Writing)]
    [InlineData("auto-draft", ArticleState.Unpublished, DraftState.Writing)]
    [InlineData("acf-disabled", ArticleState.Unpublished, DraftState.Writing)]
    public async Task What_was_not_published_is_not_published_here(string status, ArticleState state, DraftState draft)
    {
        await new Wxr().Add(new WxrPost(7) { Title = "Early", Status = status, DateGmt = "0000-00-00 00:00:00" }).ImportAsync(newsroom);

        var story = Assert.Single(await StoriesAsync());
        Assert.Equal((state, draft, null), (story.State, story.Draft.State, story.PublishedUtc));
    }

    [Fact]
    public async Task A_planned_post_is_planned_and_an_overdue_one_appears()
    {
        await new Wxr()
            .Add(new WxrPost(7) { Title = "Later", Status = "future", DateGmt = "2030-01-01 19:00:00" })
            .Add(new WxrPost(8) { Title = "Missed", Status = "future", DateGmt = "2020-01-01 19:00:00" }).ImportAsync(newsroom);

        var stories = await StoriesAsync();
        Assert.Equal([ArticleState.Scheduled, ArticleState.Published], stories.Select(story => story.State));
        Assert.Equal("2030-01-01T19:00", Assert.Single(stories[0].Schedules).WallTime);
    }

    [Fact]
    public async Task A_post_behind_a_password_stays_unseen_and_trash_stays_behind()
    {
        var report = await new Wxr()
            .Add(new WxrPost(7) { Title = "Secret", Password = "enter" })
            .Add(new WxrPost(8) { Title = "Rubbish", Status = "trash" }).ImportAsync(newsroom);

        Assert.Equal(("Secret", ArticleState.Unpublished), (await StoriesAsync()).Select(story => (story.Headline, story.State)).Single());
        Assert.Equal(1, report.CountOf("It was in the trash"));
        Assert.Equal(1, report.CountOf("It was protected by a password, which has no counterpart; it is an unpublished draft"));
    }

    [Fact]
    public async Task Sticky_closed_and_page_keep_their_meaning()
    {
        await new Wxr()
            .Add(new WxrPost(7) { Title = "Stays", Sticky = true, CommentStatus = "closed" })
            .Add(new WxrPost(8) { Title = "About us", Type = "page" })
            .Add(new WxrPost(9) { Title = "Below it", Type = "page", Parent = 8 }).ImportAsync(newsroom);

        var stories = await StoriesAsync();
        Assert.Equal((true, CommentsMode.Closed, ArticleKind.Story), (stories[0].Pinned, stories[0].CommentsMode, stories[0].Kind));
        Assert.False(stories[2].Pinned);
        Assert.Equal((true, CommentsMode.Inherit, ArticleKind.Page, null), (stories[1].Pinned, stories[1].CommentsMode, stories[1].Kind, stories[1].SectionId));
    }

    [Fact]
    public async Task A_post_without_a_title_takes_its_first_words()
    {
        var report = await new Wxr().Add(new WxrPost(7) { Content = "<p>The harbour froze over last night.</p>" }).ImportAsync(newsroom);

        Assert.Equal("The harbour froze over last night.", (await StoriesAsync()).Single().Headline);
        Assert.Equal(1, report.CountOf("A post without a title took its first words as headline"));
    }

    [Fact]
    public async Task A_long_excerpt_is_cut_at_a_word_and_told()
    {
        var report = await new Wxr().Add(new WxrPost(7) { Title = "Long", Excerpt = string.Join(' ', Enumerable.Repeat("sentence", 200)) }).ImportAsync(newsroom);

        Assert.EndsWith("sentence…", (await StoriesAsync()).Single().Standfirst, StringComparison.Ordinal);
        Assert.Equal(1, report.CountOf("An excerpt was too long for a standfirst and was cut"));
    }

    [Fact]
    public async Task The_first_category_that_says_something_is_the_section_and_the_others_are_tags()
    {
        await new Wxr().Category("world", "World", id: "3").Category("europe", "Europe", parent: "world", id: "4")
            .Add(new WxrPost(7) { Title = "A", Terms = [("category", "uncategorized", "Uncategorized"), ("category", "world", "World"), ("category", "europe", "Europe")] })
            .Add(new WxrPost(8) { Title = "B", Terms = [("category", "uncategorized", "Uncategorized")] })
            .Add(new WxrPost(9) { Title = "C", Terms = [("category", "world", "World"), ("category", "europe", "Europe")], Meta = [("_yoast_wpseo_primary_category", "4")] })
            .ImportAsync(newsroom);

        var stories = await StoriesAsync();
        Assert.Equal(["World", "News", "Europe"], stories.Select(story => story.Section!.Name));
        Assert.Equal(["Europe", "", "World"], stories.Select(story => string.Join(',', story.Tags.Select(tag => tag.Tag!.Name))));
    }

    [Fact]
    public async Task A_category_and_a_tag_of_one_name_are_one_tag()
    {
        await new Wxr().Add(new WxrPost(7) { Title = "A", Terms = [("category", "world", "World"), ("category", "rain-2", "Rain"), ("post_tag", "rain", "rain")] }).ImportAsync(newsroom);
        Assert.Equal("rain", Assert.Single((await StoriesAsync()).Single().Tags).Tag!.Slug);
    }

    [Fact]
    public async Task Two_categories_of_one_name_are_told_apart_by_their_parent()
    {
        await new Wxr().Category("rain", "Rain").Category("spain", "Spain").Category("rain-spain", "Rain", parent: "spain")
            .Add(new WxrPost(7) { Title = "A", Terms = [("category", "world", "World"), ("category", "rain", "Rain"), ("category", "rain-spain", "Rain")] })
            .ImportAsync(newsroom);
        Assert.Equal(["Rain", "Rain (Spain)"], (await StoriesAsync()).Single().Tags.Select(tag => tag.Tag!.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pasted_copy_is_cleaned_on_the_way_and_told()
    {
        var report = await new Wxr().Add(new WxrPost(7) { Title = "Last minute: Bridge closed", Content = "<p>The bridge is shut.</p><p>class = \"cf\"&gt;</p>" }).ImportAsync(newsroom);

        var story = (await StoriesAsync()).Single();
        Assert.Equal(("Bridge closed", true, "The bridge is shut."), (story.Headline, story.LastMinute, story.Body));
        Assert.Equal(1, report.CountOf("Pasted copy was cleaned (LastMinute)"));
    }

    [Theory]
    [InlineData("<p>One</p><p><a href=\"https://e.org/a.pdf\">The report</a></p>", "[The report](https://e.org/a.pdf)")]
    [InlineData("<p>One</p><pre><code>&lt;!-- wp:code --&gt;\nclass = \"cf\"&gt;</code></pre>", "<!-- wp:code -->\nclass = \"cf\">")]
    [InlineData("<p>One</p><pre class=\"wp-block-verse\">Why?<br>  Not?</pre>", "Why?\\\n\u00a0\u00a0Not?")]
    public async Task What_cleaning_may_mistake_stays(string content, string kept)
    {
        await new Wxr().Post(7, "A", content).ImportAsync(newsroom);
        Assert.Contains(kept, (await StoriesAsync()).Single().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_sections_at_most_are_in_the_navigation_the_largest_first()
    {
        var export = new Wxr();
        for (var id = 1; id <= 12; id++)
        {
            export.Add(new WxrPost(id) { Title = $"S{id}", Terms = [("category", $"c{id:D2}", $"C{id:D2}")] });
        }

        export.Add(new WxrPost(20) { Title = "Again", Terms = [("category", "c12", "C12")] });
        export.Add(new WxrPost(21) { Title = "Draft", Status = "draft", Terms = [("category", "later", "Later")] });
        await export.ImportAsync(newsroom);

        var sections = await newsroom.WithDbAsync(db => db.Sections.OrderBy(section => section.Position).ThenBy(section => section.Slug).ToListAsync());
        Assert.Equal("c12", sections.First(section => section.Position == 0).Slug);
        Assert.Equal(10, sections.Count(section => section.Position >= 0));
        Assert.Equal(-1, sections.Single(section => section.Slug == "later").Position);
    }

    [Fact]
    public async Task A_category_with_the_name_of_a_page_of_ours_gets_another_address()
    {
        await new Wxr().Add(new WxrPost(7) { Title = "A", Terms = [("category", "search", "Search")] }).ImportAsync(newsroom);
        Assert.Equal("search-2", (await StoriesAsync()).Single().Section!.Slug);
    }

    [Fact]
    public async Task A_section_that_the_paper_has_already_takes_the_category_in()
    {
        await newsroom.SectionAsync("World");
        await new Wxr().Add(new WxrPost(7) { Title = "A", Terms = [("category", "world", "The wide world")] }).ImportAsync(newsroom);
        Assert.Equal("World", (await StoriesAsync()).Single().Section!.Name);
        Assert.Equal(1, await newsroom.WithDbAsync(db => db.Sections.CountAsync()));
    }

    [Fact]
    public async Task Coauthors_share_the_byline_and_nobodys_address_is_printed()
    {
        await new Wxr().Author("ada", "Ada Quill", email: "ada@old.example").Author("ben", "Ben Ink")
            .Add(new WxrPost(7) { Title = "A", Terms = [("author", "cap-ben", "Ben Ink"), ("author", "cap-ada", "Ada Quill")] }).ImportAsync(newsroom);

        var story = (await StoriesAsync()).Single();
        Assert.Equal(["Ben Ink", "Ada Quill"], story.Bylines.OrderBy(line => line.Position).Select(line => line.Author!.Name));
        Assert.All(story.Bylines, line => Assert.Null(line.Author!.Email));
    }

    [Fact]
    public async Task An_author_who_is_not_listed_is_found_by_the_letters_of_the_login_or_made()
    {
        await new Wxr().Author("ada", "Ada Quill")
            .Add(new WxrPost(7) { Title = "A", Creator = ">ada" }).Add(new WxrPost(8) { Title = "B", Creator = "zoe" }).ImportAsync(newsroom);
        Assert.Equal(["Ada Quill", "zoe"], (await StoriesAsync()).Select(story => story.Bylines.Single().Author!.Name));
    }

    [Fact]
    public async Task Comments_keep_their_threads_their_verdicts_and_their_badge()
    {
        var report = await new Wxr().Author("ada", "Ada Quill", id: "5").Add(new WxrPost(7)
        {
            Title = "A",
            Comments =
            [
                new(3, "Third", Answers: 2), new(2, "Second", Answers: 1, User: 5), new(1, "First"), new(4, "Orphan", Answers: 99),
                new(5, "Waiting", Approved: "0"), new(6, "Buy pills", Approved: "spam"), new(7, "Gone", Approved: "trash"),
                new(8, "[...] seen [...]", Type: "pingback", Author: "Blog &laquo; Home"), new(9, "Loop", Answers: 10), new(10, "Loop too", Answers: 9),
            ],
        }).ImportAsync(newsroom);

        var story = (await StoriesAsync()).Single();
        var comments = await newsroom.WithDbAsync(db => db.Comments.Include(c => c.Parent).Include(c => c.Root).Include(c => c.Author).ToDictionaryAsync(c => c.Body));
        Assert.Equal(("Second", "First", "Ada Quill"), (comments["Third"].Parent!.Body, comments["Third"].Root!.Body, comments["Second"].Author!.Name));
        Assert.Null(comments["Orphan"].ParentId);
        Assert.Equal((CommentState.Pending, CommentState.Spam), (comments["Waiting"].State, comments["Buy pills"].State));
        var ping = comments.Values.Single(comment => comment.Kind == CommentKind.Pingback);
        Assert.Equal("Blog « Home", ping.Name);
        Assert.Equal(9, comments.Count);
        Assert.Equal(6, story.CommentCount);
        Assert.Equal(1, report.CountOf("A comment was in the trash"));
    }

    [Fact]
    public async Task A_comment_of_more_words_than_we_keep_is_cut_and_told()
    {
        var report = await new Wxr().Add(new WxrPost(7) { Title = "A", Comments = [new(1, string.Join(' ', Enumerable.Repeat("word", 4000)))] }).ImportAsync(newsroom);
        Assert.Equal(1, report.CountOf("A comment was too long and was cut"));
        Assert.True(await newsroom.WithDbAsync(db => db.Comments.AllAsync(comment => comment.Body.Length <= Comment.BodyLength)));
    }

    [Fact]
    public async Task A_link_between_stories_leads_to_the_story_whatever_their_order()
    {
        await new Wxr()
            .Add(new WxrPost(7) { Title = "First", Name = "first", Content = "See <a href=\"https://old.example/2012/03/second/\">it</a>, <a href=\"/?p=8\">again</a>." })
            .Add(new WxrPost(8) { Title = "Second", Name = "second", Content = "Back to <a href=\"http://www.old.example/2012/03/first\">one</a>." }).ImportAsync(newsroom);

        var stories = await StoriesAsync();
        Assert.Contains($"[it](story:{stories[1].Id})", stories[0].Body, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/news/second-{stories[1].Id}\">it</a>", stories[0].BodyHtml, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/news/second-{stories[1].Id}\">again</a>", stories[0].BodyHtml, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/news/first-{stories[0].Id}\">one</a>", stories[1].BodyHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_of_other_kinds_are_told_and_left_out()
    {
        var report = await new Wxr().Add(new WxrPost(7) { Type = "nav_menu_item", Title = "Home" }).ImportAsync(newsroom);
        Assert.Empty(await StoriesAsync());
        Assert.Equal(1, report.CountOf("An item is of a kind that has no counterpart (nav_menu_item)"));
    }

    [Fact]
    public async Task A_site_in_another_language_marks_its_stories()
    {
        await new Wxr { Language = "tr-TR" }.Post(7, "Köprü açıldı").ImportAsync(newsroom);
        Assert.Equal("tr-TR", (await StoriesAsync()).Single().Language);
    }

    [Theory]
    [InlineData("2012-03-15 14:00:00", "2012-03-15 15:00:00", "2012-03-15T14:00:00")]
    [InlineData("0000-00-00 00:00:00", "2012-03-15 15:00:00", "2012-03-15T13:00:00")]
    [InlineData("0000-00-00 00:00:00", "0000-00-00 00:00:00", "2012-03-15T12:30:00")]
    public void The_best_of_three_times_counts(string gmt, string local, string utc)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Istanbul");
        var found = WordPressDates.Utc(new WxrDates(local, gmt, "Thu, 15 Mar 2012 14:30:00 +0200"), zone);
        Assert.Equal(utc, found!.Value.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
    }

    private Task<List<Article>> StoriesAsync() => newsroom.WithDbAsync(db => db.Articles.AsNoTracking()
        .Include(a => a.Draft).Include(a => a.Section).Include(a => a.Schedules).Include(a => a.Bylines).ThenInclude(line => line.Author)
        .Include(a => a.Tags).ThenInclude(tag => tag.Tag).OrderBy(a => a.Id).AsSplitQuery().ToListAsync());
}

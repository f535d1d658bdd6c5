using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Import;
using NewsPortal.Import.WordPress;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Import;

public sealed class ImportTwiceTests : IDisposable
{
    private readonly Newsroom newsroom = new();

    public void Dispose() => newsroom.Dispose();

    [Fact]
    public async Task Twice_gives_the_same_paper()
    {
        var export = Paper("Words.").ToString();
        await Wxr.ImportAsync(newsroom, export);
        var once = await DumpAsync(newsroom);

        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        var report = await Wxr.ImportAsync(newsroom, export);

        Assert.Equal(once, await DumpAsync(newsroom));
        Assert.Equal(0, report.CountOf("stories", ImportOutcome.Added) + report.CountOf("stories", ImportOutcome.Updated));
    }

    [Fact]
    public async Task A_newer_export_updates_what_nobody_here_has_touched()
    {
        await Paper("Words.").ImportAsync(newsroom);
        var report = await Paper("Better words.").ImportAsync(newsroom);

        var story = await StoryAsync();
        Assert.Equal(("Better words.", 2, null), (story.Body, story.Revisions.Count, story.UpdatedUtc));
        Assert.Equal(1, report.CountOf("stories", ImportOutcome.Updated));
    }

    [Fact]
    public async Task What_was_worked_on_here_is_kept()
    {
        await Paper("Words.").ImportAsync(newsroom);
        await newsroom.ChangeAsync((await StoryAsync()).Id, story =>
        {
            story.Draft.Save(story.Draft.Copy with { Headline = "Ours" }, Some.Body("Ours"), Some.Ada, newsroom.Now);
            story.Publish(Some.Ada, newsroom.Now);
        });
        var report = await Paper("Better words.").ImportAsync(newsroom);

        Assert.Equal("Ours", (await StoryAsync()).Headline);
        Assert.Equal(1, report.CountOf("It differs from the export but was worked on here since; ours was kept"));
    }

    [Fact]
    public async Task A_story_withdrawn_here_is_not_brought_back()
    {
        await Paper("Words.").ImportAsync(newsroom);
        await newsroom.ChangeAsync((await StoryAsync()).Id, story => story.Withdraw(Some.Tester, "Not ours.", newsroom.Now));
        await Paper("Better words.").ImportAsync(newsroom);
        Assert.Equal(ArticleState.Withdrawn, (await StoryAsync()).State);
    }

    [Fact]
    public async Task Comments_that_came_since_join_their_threads()
    {
        await Paper("Words.").ImportAsync(newsroom);
        await Paper("Words.", new WxrReply(2, "Late answer", Answers: 1)).ImportAsync(newsroom);

        var late = await newsroom.WithDbAsync(db => db.Comments.Include(c => c.Root).SingleAsync(comment => comment.Body == "Late answer"));
        Assert.Equal("First", late.Root!.Body);
        Assert.Equal(2, (await StoryAsync()).CommentCount);
    }

    [Fact]
    public async Task An_import_that_was_cut_short_is_finished_by_the_next()
    {
        var export = Paper("Words.").Post(9, "Another").ToString();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Wxr.ImportAsync(newsroom, new Interrupted(export, stop)));
        await Wxr.ImportAsync(newsroom, export);

        using var other = new Newsroom();
        await Wxr.ImportAsync(other, export);
        Assert.Equal(await TitlesAsync(other), await TitlesAsync(newsroom));
    }

    [Theory]
    [MemberData(nameof(WxrReaderTests.Hostile), MemberType = typeof(WxrReaderTests))]
    public async Task A_file_that_is_refused_changes_nothing(string what, string file, string reason)
    {
        Assert.SkipWhen(file.Length > 5_000_000, "Its reading is tested; here it would only take long.");
        var before = await DumpAsync(newsroom);
        await Assert.ThrowsAsync<WxrException>(() => Wxr.ImportAsync(newsroom, file));
        Assert.Equal(before, await DumpAsync(newsroom));
        Assert.NotNull(what + reason);
    }

    internal static Task<string> DumpAsync(Newsroom newsroom) => newsroom.WithDbAsync(async db =>
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT * FROM [" + table + "]";
            await using var rows = await command.ExecuteReaderAsync();
            var found = new List<string>();
            while (await rows.ReadAsync())
            {
                var values = new object[rows.FieldCount];
                rows.GetValues(values);
                found.Add($"{table}: {string.Join('|', values)}");
            }

            lines.AddRange(found.Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    });

    private static Wxr Paper(string words, params WxrReply[] replies) => new Wxr().Author("ada", "Ada Quill").Category("world", "World")
        .Attachment(5, "https://old.example/bell.jpg", parent: 7, caption: "A bell")
        .Add(new WxrPost(7)
        {
            Title = "Hello",
            Content = words,
            Terms = [("category", "world", "World"), ("category", "late", "Late"), ("post_tag", "rain", "Rain")],
            Meta = [("_thumbnail_id", "5"), ("_wp_old_slug", "hallo")],
            Comments = [new(1, "First"), .. replies],
        })
        .Add(new WxrPost(8) { Type = "page", Title = "Who we are", Content = "<a href=\"/2012/03/post-7/\">Read</a> <img src=\"/far.jpg\"> [gallery ids=\"5\"]" });

    private static Task<List<string>> TitlesAsync(Newsroom newsroom)
        => newsroom.WithDbAsync(db => db.Articles.OrderBy(article => article.Headline).Select(article => article.Headline + article.State + article.BodyHtml + article.CommentCount).ToListAsync());

    private Task<Article> StoryAsync()
        => newsroom.WithDbAsync(db => db.Articles.AsNoTracking().Include(story => story.Revisions).SingleAsync(story => story.Kind == ArticleKind.Story));

    /// <summary>Fails in its third reading, as a machine that is switched off would.</summary>
    private sealed class Interrupted(string export, CancellationTokenSource stop) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(export))
    {
        private int starts;

        public override long Position
        {
            get => base.Position;
            set
            {
                starts += value == 0 && base.Position != 0 ? 1 : 0;
                base.Position = value;
                if (starts >= 5)
                {
                    stop.Cancel();
                    stop.Token.ThrowIfCancellationRequested();
                }
            }
        }
    }
}

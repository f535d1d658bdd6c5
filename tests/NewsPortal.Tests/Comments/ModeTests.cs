using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Hosting;
using NewsPortal.Sections;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>Who reads a comment first: the story says it, else its section, else the paper.</summary>
public sealed class ModeTests
{
    [Theory]
    [InlineData(CommentsMode.Inherit, CommentsMode.Inherit, CommentsMode.PreModerated)]
    [InlineData(CommentsMode.Closed, CommentsMode.Inherit, CommentsMode.Closed)]
    [InlineData(CommentsMode.Inherit, CommentsMode.PostModerated, CommentsMode.PostModerated)]
    [InlineData(CommentsMode.PreModerated, CommentsMode.PostModerated, CommentsMode.PreModerated)]
    [InlineData(CommentsMode.PostModerated, CommentsMode.Closed, CommentsMode.PostModerated)]
    public async Task The_nearest_word_counts(CommentsMode story, CommentsMode section, CommentsMode inForce)
    {
        using var newsroom = new Newsroom();
        var world = await newsroom.SectionAsync();
        await SetAsync(newsroom, world, section);
        var copy = Some.CopyFor(world) with { CommentsMode = story };
        var published = await newsroom.PublishAsync(copy);
        var found = await newsroom.WithDbAsync(db => db.Articles.AsNoTracking().Include(a => a.Section).SingleAsync(a => a.Id == published.Id));
        var talk = new CommentSettings(new ConfigurationBuilder().Build()).Of(found, newsroom.Now);
        Assert.Equal((inForce, inForce != CommentsMode.Closed), (talk.Mode, talk.IsOpen));
    }

    [Fact]
    public async Task The_form_leads_to_the_house_rules_while_the_paper_has_some()
    {
        using var newsroom = new Newsroom();
        var world = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(world));
        var address = StoryAddress.Of(world.Slug, story.Slug, story.Id);
        Assert.Null((await newsroom.Reader().PageAsync(address)).QuerySelector("#reply .hint a[href*=rules]"));
        var rules = await newsroom.PublishAsync(Some.CopyFor(world, "Be fair") with { SectionId = null, Slug = "house-rules", Pinned = true }, kind: ArticleKind.Page);
        await Eventually.IsAsync(async () => (await newsroom.Reader().PageAsync(address)).QuerySelector($"#reply .hint a[href$='/house-rules-{rules.Id}']") is not null);
    }

    [Fact]
    public async Task A_section_that_is_closed_shows_no_form_and_refuses_and_opens_again()
    {
        using var newsroom = new Newsroom();
        var world = await newsroom.SectionAsync();
        var story = await newsroom.PublishAsync(Some.CopyFor(world));
        await newsroom.CommentAsync(story.Id, "From before.");
        var address = StoryAddress.Of(world.Slug, story.Slug, story.Id);
        using var reader = new Correspondent(newsroom);
        Assert.NotNull((await reader.Browser.PageAsync(address)).QuerySelector("form[action='/comments']"));

        await SetAsync(newsroom, world, CommentsMode.Closed);
        await Eventually.IsAsync(async () => (await reader.Browser.PageAsync(address)).QuerySelector("form[action='/comments']") is null);
        Assert.Equal(["From before."], (await reader.Browser.PageAsync(address)).Texts(".said"));
        using var refused = await reader.PostAsync(story.Id, "Too late?");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Too late?", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await SetAsync(newsroom, world, CommentsMode.PostModerated);
        await Eventually.IsAsync(async () => (await reader.Browser.PageAsync(address)).QuerySelector("#reply")?.TextContent.Contains("appear at once", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("Inherit")]
    [InlineData("7")]
    [InlineData("Open")]
    public void A_paper_that_names_no_mode_does_not_start(string mode)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Comments:Mode", mode)]).Build();
        Assert.Contains(mode, Assert.Throws<StartUpException>(() => new CommentSettings(settings)).Message, StringComparison.Ordinal);
    }

    private static Task<int> SetAsync(Newsroom newsroom, Section section, CommentsMode mode) => newsroom.WithDbAsync(async db =>
    {
        var found = await db.Sections.SingleAsync(s => s.Id == section.Id);
        found.Change(new SectionWords(found.Name, found.Description, found.Language, found.Position, mode), Some.Ada, newsroom.Now);
        return await db.SaveChangesAsync();
    });
}

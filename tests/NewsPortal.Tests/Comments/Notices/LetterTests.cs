using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NewsPortal.Comments;
using NewsPortal.Comments.Notices;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments.Notices;

/// <summary>Whoever wrote a comment and asked for it is written to: when somebody answers, and when it is not published.</summary>
public sealed class LetterTests : IDisposable
{
    private const string Email = "oyku@reader.example";

    private readonly MailServer server = new();
    private readonly Newsroom newsroom;
    private readonly Correspondent reader;

    public LetterTests()
    {
        newsroom = new Newsroom([.. server.Settings, ("Site:Url", "https://paper.example"), ("Site:Name", "The Meridian")]);
        reader = new Correspondent(newsroom);
    }

    public void Dispose()
    {
        reader.Dispose();
        newsroom.Dispose();
        server.Dispose();
    }

    [Fact]
    public async Task The_box_is_there_only_where_letters_are_sent_and_needs_an_address()
    {
        var story = await StoryAsync();
        Assert.False((await reader.Browser.PageAsync($"/world/a-bridge-opens-{story}")).QuerySelector("[name=letters]")!.HasAttribute("checked"));
        using var answer = await reader.PostAsync(story, "Well said.", ("letters", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Html.ReadAsync(answer);
        Assert.Contains("Give the address", page.QuerySelector("#c-email-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Well said.", page.QuerySelector("textarea")!.TextContent);
        Assert.True(page.QuerySelector("[name=letters]")!.HasAttribute("checked"));
        using var without = new Newsroom();
        var other = (await without.PublishAsync(Some.CopyFor(await without.SectionAsync()))).Id;
        Assert.Null((await without.Reader().PageAsync($"/world/a-bridge-opens-{other}")).QuerySelector("[name=letters]"));
    }

    [Fact]
    public async Task An_address_is_asked_once_a_day_and_gets_nothing_else_until_it_says_yes()
    {
        var story = await StoryAsync();
        var id = await WriteAsync(story, "The gate is open.");
        await DecideAsync(id, CommentState.Approved);
        await WriteAsync(story, "And the other gate too.");
        await WriteAsync(story, "No letters about this one.", wants: false);
        await AnswerAsync(story, id);
        await GoRoundAsync();
        Assert.Equal(["Do you want letters about your comments at The Meridian?"], Subjects());
        newsroom.Clock.Advance(TimeSpan.FromHours(25));
        await WriteAsync(story, "A third thought, a day later.");
        await GoRoundAsync();
        Assert.Equal(2, server.Letters.Count);

        var link = LinkIn(server.Letters[0], "confirmation");
        Assert.Contains("Yes, write to me", (await reader.Browser.PageAsync(link)).QuerySelector("button.btn--main")!.TextContent, StringComparison.Ordinal);
        await GoRoundAsync();
        Assert.Equal(2, server.Letters.Count);
        await ConfirmAsync();
        await GoRoundAsync();
        Assert.Equal("R. Okonjo answered you: A bridge opens", Plain(server.Letters[^1].Subject));
        await WriteAsync(story, "A fourth thought after that.");
        await GoRoundAsync();
        Assert.Equal(3, server.Letters.Count);
    }

    [Fact]
    public async Task An_answer_is_told_with_its_words_and_the_way_to_it_and_the_way_out()
    {
        var story = await StoryAsync();
        var id = await ConfirmedAsync(story);
        var answer = await AnswerAsync(story, id, "Line one\nLine two");
        await GoRoundAsync();
        var letter = server.Letters[^1];
        Assert.Equal(Email, letter.To.Mailboxes.Single().Address);
        var said = MailServer.Said(letter);
        Assert.Contains("R. Okonjo writes:\n\n> Line one\n> Line two", said, StringComparison.Ordinal);
        Assert.Contains($"https://paper.example/world/a-bridge-opens-{story}#comment-{answer}", said, StringComparison.Ordinal);
        Assert.Equal("auto-generated", letter.Headers["Auto-Submitted"]);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers["List-Unsubscribe-Post"]);
        Assert.Equal($"<{LinkIn(letter, "ending", whole: true)}>", letter.Headers["List-Unsubscribe"]);
        Assert.Equal([$"comment-{id}@paper.example"], letter.References);
        Assert.DoesNotContain(Email, LinkIn(letter, "ending"), StringComparison.Ordinal);
        await GoRoundAsync();
        Assert.Equal(2, server.Letters.Count);
    }

    [Fact]
    public async Task Many_answers_come_in_few_letters_and_ones_own_or_taken_back_in_none()
    {
        var story = await StoryAsync();
        var id = await ConfirmedAsync(story);
        var own = await WriteAsync(story, "I answer myself.", false, id);
        await DecideAsync(own, CommentState.Approved);
        var gone = await AnswerAsync(story, id, "Taken back.");
        await DecideAsync(gone, CommentState.Rejected);
        await GoRoundAsync();
        Assert.Single(server.Letters);

        await AnswerAsync(story, id, "One.");
        await AnswerAsync(story, id, "Two.");
        await GoRoundAsync();
        Assert.Equal("2 answers to you: A bridge opens", Plain(server.Letters[^1].Subject));
        var third = await AnswerAsync(story, id, "Three.");
        // Of an answer to an answer its own writer is told, and nobody else.
        await AnswerAsync(story, third, "To the third.");
        await GoRoundAsync();
        await GoRoundAsync();
        Assert.Equal(2, server.Letters.Count);
        newsroom.Clock.Advance(TimeSpan.FromMinutes(15));
        await GoRoundAsync();
        Assert.Equal("R. Okonjo answered you: A bridge opens", Plain(server.Letters[^1].Subject));
        Assert.Equal(3, server.Letters.Count);
    }

    [Fact]
    public async Task A_rejection_is_told_when_it_stands_with_the_reason_and_the_way_to_appeal()
    {
        var story = await StoryAsync();
        var id = await ConfirmedAsync(story);
        var decision = await DecideAsync(id, CommentState.Rejected, RejectionReason.Insult, "A known brawler.", "The second line.");
        await newsroom.WithDbAsync(async db =>
        {
            var comment = await db.Comments.Include(c => c.Decisions).SingleAsync(c => c.Id == id);
            comment.Return(comment.Decisions.Single(d => d.Id == decision), newsroom.Now);
            return await db.SaveChangesAsync();
        });
        await GoRoundAsync();
        Assert.Single(server.Letters);

        await DecideAsync(id, CommentState.Rejected, RejectionReason.Insult, "A known brawler.", "The second line.");
        await GoRoundAsync();
        var said = MailServer.Said(server.Letters[^1]);
        Assert.Equal("Your comment was not published: A bridge opens", Plain(server.Letters[^1].Subject));
        Assert.Contains("The reason: Insult.", said, StringComparison.Ordinal);
        Assert.Contains("The moderator writes: The second line.", said, StringComparison.Ordinal);
        Assert.Contains("> The gate is open.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("brawler", said, StringComparison.Ordinal);

        using var elsewhere = new Correspondent(newsroom);
        var path = Regex.Match(said, @"/comments/\d+/appeal\?key=[\w-]+").Value;
        var key = path.Split("key=")[1];
        (await elsewhere.SendAsync($"/comments/{id}/appeal", ("text", "It is a quotation."), ("key", key))).EnsureSuccessStatusCode();
        await DecideAsync(id, CommentState.Approved);
        await GoRoundAsync();
        Assert.Equal("Your comment is published: A bridge opens", Plain(server.Letters[^1].Subject));
        Assert.Equal(3, server.Letters.Count);
    }

    [Fact]
    public async Task One_click_without_a_cookie_ends_all_letters_and_opening_the_link_does_not()
    {
        var story = await StoryAsync();
        var id = await ConfirmedAsync(story);
        var link = LinkIn(server.Letters[0], "ending");
        using var program = newsroom.Reader();
        Assert.NotNull((await program.PageAsync(link)).QuerySelector("form button"));
        using var foreign = await program.PostAsync(NoticeKeys.Ending + "?key=forged", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var confirm = await program.PostAsync(LinkIn(server.Letters[0], "confirmation"), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, confirm.StatusCode);

        using var ended = await program.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ended.StatusCode);
        await AnswerAsync(story, id);
        await GoRoundAsync();
        Assert.Single(server.Letters);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(LinkIn(server.Letters[0], "confirmation"), TestContext.Current.CancellationToken)).StatusCode);

        // A new tick asks again, not on the same day.
        await WriteAsync(story, "I want letters after all.");
        await GoRoundAsync();
        Assert.Single(server.Letters);
        newsroom.Clock.Advance(TimeSpan.FromDays(1));
        await WriteAsync(story, "I do want letters after all.");
        await GoRoundAsync();
        Assert.Equal(2, Subjects().Count(subject => subject.StartsWith("Do you want", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refused_address_is_given_up_and_holds_no_other_up()
    {
        var story = await StoryAsync();
        server.Refuses = ("nobody@", "550 no such mailbox");
        await WriteAsync(story, "The gate is open.", email: "nobody@reader.example");
        await WriteAsync(story, "And the other gate too.");
        await GoRoundAsync();
        Assert.Equal([Email], server.Letters.Select(letter => letter.To.Mailboxes.Single().Address));
        for (var hour = 0; hour < 8; hour++)
        {
            newsroom.Clock.Advance(TimeSpan.FromHours(1));
            await GoRoundAsync();
        }

        Assert.Equal(Notice.MostRefusals, server.Refused);
    }

    [Fact]
    public async Task Without_a_mail_server_letters_wait_and_an_erased_comment_is_told_nothing()
    {
        var story = await StoryAsync();
        var id = await ConfirmedAsync(story);
        server.IsDown = true;
        await AnswerAsync(story, id);
        await GoRoundAsync(settled: false);
        server.IsDown = false;
        newsroom.Clock.Advance(TimeSpan.FromMinutes(6));
        await Eventually.IsAsync(() => AdvancedAsync(() => Task.FromResult(server.Letters.Count == 2)));

        await DecideAsync(id, CommentState.Rejected, RejectionReason.Insult);
        using var erased = await reader.SendAsync("/comments/me/erasure", ("sure", "true"));
        erased.EnsureSuccessStatusCode();
        await GoRoundAsync();
        Assert.Equal(2, server.Letters.Count);
        Assert.Equal((0, 0), await newsroom.WithDbAsync(async db => (await db.LetterWishes.CountAsync(), await db.Notices.CountAsync())));
        Assert.Null(await newsroom.WithDbAsync(db => db.Subscribers.Select(s => s.EmailSealed).SingleAsync()));
        newsroom.Clock.Advance(TimeSpan.FromDays(2));
        await Eventually.IsAsync(() => AdvancedAsync(() => newsroom.WithDbAsync(async db => !await db.Subscribers.AnyAsync())));
    }

    [Fact]
    public async Task Who_never_answers_is_forgotten_in_a_week()
    {
        await WriteAsync(await StoryAsync(), "The gate is open.");
        newsroom.Clock.Advance(TimeSpan.FromDays(8));
        await Eventually.IsAsync(() => AdvancedAsync(() => newsroom.WithDbAsync(async db => !await db.Subscribers.AnyAsync())));
    }

    private List<string> Subjects() => [.. server.Letters.Select(letter => Plain(letter.Subject))];

    private static string Plain(string? text) => text!.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static string LinkIn(MimeMessage letter, string what, bool whole = false)
        => Regex.Match(MailServer.Said(letter), (whole ? "https://paper.example" : "") + $@"/comments/letters/{what}\?key=[\w-]+").Value;

    private async Task<int> StoryAsync() => (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;

    private async Task<int> WriteAsync(int story, string body, bool wants = true, int? answers = null, string email = Email)
    {
        (string, string)[] fields = [("email", email), .. wants ? [("letters", "true")] : Array.Empty<(string, string)>(), .. answers is { } id ? [("parentId", Correspondent.Number(id))] : Array.Empty<(string, string)>()];
        (await reader.PostAsync(story, body, fields)).EnsureSeeOther();
        return await newsroom.WithDbAsync(db => db.Comments.MaxAsync(c => c.Id));
    }

    private async Task<int> ConfirmedAsync(int story)
    {
        var id = await WriteAsync(story, "The gate is open.");
        await DecideAsync(id, CommentState.Approved);
        await GoRoundAsync();
        await ConfirmAsync();
        return id;
    }

    private async Task ConfirmAsync()
    {
        using var confirmed = await reader.SendAsync(NoticeKeys.Confirmation, ("key", LinkIn(server.Letters[0], "confirmation").Split("key=")[1]));
        confirmed.EnsureSuccessStatusCode();
    }

    private async Task<int> AnswerAsync(int story, int to, string text = "Not so.")
    {
        var id = (await newsroom.CommentAsync(story, text, CommentState.Pending, to)).Id;
        await DecideAsync(id, CommentState.Approved);
        return id;
    }

    private Task<int> DecideAsync(int id, CommentState verdict, RejectionReason? reason = null, string? note = null, string? told = null) => newsroom.WithDbAsync(async db =>
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var decision = (await db.Comments.Include(c => c.Article).SingleAsync(c => c.Id == id)).Decide(new Ruling(verdict, reason, note, told), Some.Ada, newsroom.Now);
        await db.SaveChangesAsync();
        return decision.Id;
    });

    /// <summary>Until all that is decided has settled, was noted, and nothing is due any more.</summary>
    private async Task GoRoundAsync(bool settled = true)
    {
        newsroom.Clock.Advance(DecisionWatch.Settled + TimeSpan.FromSeconds(1));
        var last = await newsroom.WithDbAsync(db => db.Decisions.MaxAsync(d => (long?)d.Id)) ?? 0;
        await Eventually.IsAsync(() => AdvancedAsync(() => newsroom.WithDbAsync(async db =>
        {
            var cursor = await db.ChangeCursors.AsNoTracking().SingleOrDefaultAsync(c => c.Name == "comment-letters");
            return cursor is not null && (!settled ? cursor.Failures > 0 : cursor.Seq >= last && cursor.Claim == null
                && !await db.Notices.AnyAsync(n => n.DoneUtc == null && n.DueUtc <= newsroom.Now && (n.Kind == NoticeKind.Confirmation || n.Wish!.Subscriber.ConfirmedUtc != null)));
        })));
    }

    // The rounds wait by the newsroom's clock.
    private Task<bool> AdvancedAsync(Func<Task<bool>> isSo)
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        return isSo();
    }
}

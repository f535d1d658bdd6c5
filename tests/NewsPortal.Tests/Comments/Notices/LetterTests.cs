using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments;
using NewsPortal.Comments.Notices;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments.Notices;

/// <summary>Whoever wrote a comment and asked for it is written to: when somebody answers, and when it is not published.</summary>
public sealed class LetterTests : Mailbox
{
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
}

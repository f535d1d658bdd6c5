using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Comments.Appeals;
using NewsPortal.Comments.Notices;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.BrowserTests.Support;

/// <summary>
/// What the demo paper's readers do not do: talk below a story that is closed by now, or open to members only, lose a
/// comment above its answers, appeal against verdicts, and ask for letters.
/// </summary>
internal static class RareTalk
{
    public const string Closed = "the-last-ropewalk-is-sold";
    public const string ForMembers = "what-members-want-to-know";

    /// <summary>Nobody has appealed against the verdict on this one.</summary>
    public const string Rejected = "The board should hang for this.";

    /// <summary>Somebody appealed against the verdict on this one, and nobody has looked at it again.</summary>
    public const string Appealed = "They lied, and I can prove each word of it.";

    private static readonly Signature By = Signature.OfProcess("Test");

    // Long ago, so that it stands above nothing that the demo paper has.
    private static readonly TimeSpan Age = TimeSpan.FromDays(40);

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    public static Task AddAsync(this Edition edition) => edition.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var now = Now - Age;
        var section = (await db.Sections.SingleAsync(s => s.Slug == "world")).Id;
        var closed = Story(Closed, "The last ropewalk is sold", CommentsMode.Closed, section, now);
        db.AddRange(closed, Story(ForMembers, "What members want to know", CommentsMode.MembersOnly, section, now));
        await db.SaveChangesAsync();
        await TalkAsync(services, closed, now);
    });

    /// <summary>Of somebody who asked for letters.</summary>
    public static Task<string> EmailKeyAsync(NewsDb db) => db.Subscribers.OrderBy(s => s.Id).Select(s => s.EmailKey).FirstAsync();

    private static async Task TalkAsync(IServiceProvider services, Article story, DateTime now)
    {
        var db = services.GetRequiredService<NewsDb>();
        SealedEmail? email = null;
        await db.WriteAsync(async () => email = await services.GetRequiredService<CommenterEmails>().SealAsync("asked@reader.example", default));
        Comment Say(string text, Comment? answers = null)
        {
            var speaker = new Speaker("R. Okonjo") { Commenter = Commenter.First("R. Okonjo", now), Email = email };
            var comment = Comment.Post(story, answers, speaker, text, services.GetRequiredService<CommentMarkup>().Render(text), now);
            db.Add(comment);
            return comment;
        }

        var hidden = Say("You are all fools.");
        var (answer, rejected, appealed) = (Say("Speak for yourself.", hidden), Say(Rejected), Say(Appealed));
        await db.SaveChangesAsync();
        db.Add(answer.Decide(new Ruling(CommentState.Approved), By, now));
        db.AddRange(new[] { hidden, rejected, appealed }.Select(one => one.Decide(new Ruling(CommentState.Rejected, RejectionReason.Insult, null, "The second half can stay if you send it again."), By, now)));
        await db.SaveChangesAsync();
        appealed.Contest(Appeal.Of("It is a quotation from the mayor's own speech.", now), now.AddHours(1));
        var subscriber = Subscriber.First(email!);
        subscriber.Wish(email!, Now);
        db.Add(subscriber);
        await db.SaveChangesAsync();
    }

    private static Article Story(string slug, string headline, CommentsMode mode, int section, DateTime at)
    {
        var copy = new Copy { Headline = headline, Slug = slug, Standfirst = "Forty years of rope, and one buyer.", SectionId = section, Body = "Words.", CommentsMode = mode };
        var story = Article.Start(ArticleKind.Story, copy, new RenderedBody("<p>Words.</p>", "words", 1, ArticleMarkup.Version), By, at);
        story.Publish(By, at);
        return story;
    }
}

using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Changes;

namespace NewsPortal.Tests.Support;

/// <summary>Ordinary rows for tests that do not care about the details.</summary>
public static partial class Some
{
    public static readonly Signature Ada = new(901, "Ada");

    public static readonly Signature Bo = new(902, "Bo");

    /// <summary>For deeds of which it does not matter who did them.</summary>
    public static readonly Signature Tester = Signature.OfProcess("Test");

    public static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Not yet published, and of no section.</summary>
    public static Article Article(string headline = "A bridge opens", ArticleKind kind = ArticleKind.Page)
        => NewsPortal.Articles.Article.Start(kind, Copy(headline), Body("The bridge is open."), Ada, Noon);

    public static Copy Copy(string headline = "A bridge opens") => new() { Headline = headline, Slug = "a-bridge-opens" };

    /// <param name="seq">Where the feed has given it one already.</param>
    public static Change Change(long seq = 0, string subject = "article:1")
    {
        var change = new Change { Kind = ChangeKind.Updated, Subject = subject, AtUtc = Noon };
        typeof(Change).GetProperty(nameof(NewsPortal.Changes.Change.Seq))!.SetValue(change, seq);
        return change;
    }

    public static RenderedBody Body(string text) => new($"<p>{text}</p>", text, text.Split(' ').Length, 1);
}

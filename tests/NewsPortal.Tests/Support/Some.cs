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

    public static Change Change() => new() { Kind = ChangeKind.Updated, Subject = "article:1", AtUtc = Noon };

    public static RenderedBody Body(string text) => new($"<p>{text}</p>", text, text.Split(' ').Length, 1);
}

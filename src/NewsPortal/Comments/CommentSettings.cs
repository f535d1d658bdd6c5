using System.Globalization;
using NewsPortal.Articles;
using NewsPortal.Hosting;

namespace NewsPortal.Comments;

/// <summary>Who reads a comment first.</summary>
public enum CommentMode
{
    /// <summary>A moderator.</summary>
    PreModerated,

    /// <summary>Everybody; moderators may take it down. Whoever the paper does not know yet waits nonetheless.</summary>
    PostModerated,

    /// <summary>Nobody: there are no new ones.</summary>
    Closed,
}

/// <summary>How the paper talks with its readers (<c>Comments:*</c>).</summary>
public sealed class CommentSettings
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public CommentSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection("Comments");
        Mode = section["Mode"] is not { Length: > 0 } text ? CommentMode.PreModerated
            : Enum.TryParse<CommentMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode
            : throw new StartUpException($"Comments:Mode is \"{text}\": set it to {string.Join(", ", Enum.GetNames<CommentMode>())}.");
        CloseAfter = TimeSpan.FromDays(Number(section, "CloseAfterDays", 0, 0, 36_500));
        FirstApproved = Number(section, "FirstApproved", 1, 0, 100);
        ChangeableFor = TimeSpan.FromMinutes(Number(section, "EditMinutes", 5, 0, 1440));
    }

    public CommentMode Mode { get; }

    /// <summary>For how long after its publication a story is open; zero: always.</summary>
    public TimeSpan CloseAfter { get; }

    /// <summary>So many of a reader's comments are let through by hand before any is without.</summary>
    public int FirstApproved { get; }

    /// <summary>For how long readers may change or withdraw what they wrote.</summary>
    public TimeSpan ChangeableFor { get; }

    /// <summary>When the story takes no comments any more; null: never.</summary>
    public DateTime? ClosesUtc(Article story) => CloseAfter == TimeSpan.Zero ? null : story.PublishedUtc + CloseAfter;

    public bool IsOpen(Article story, DateTime now)
        => story is { Kind: ArticleKind.Story, State: ArticleState.Published } && Mode != CommentMode.Closed && !(ClosesUtc(story) <= now);

    private static int Number(IConfiguration section, string name, int usual, int least, int most) => section[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new StartUpException($"Comments:{name} is \"{text}\": set it to a whole number from {least} to {most}, or leave it out for {usual}.");
}

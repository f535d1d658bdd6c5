using System.Globalization;
using NewsPortal.Articles;
using NewsPortal.Hosting;

namespace NewsPortal.Comments;

/// <summary>How the paper talks with its readers (<c>Comments:*</c>).</summary>
public sealed class CommentSettings
{
    private static readonly CommentsMode[] Modes = [.. Enum.GetValues<CommentsMode>().Except([CommentsMode.Inherit])];

    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public CommentSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection("Comments");
        Mode = section["Mode"] is not { Length: > 0 } text ? CommentsMode.PreModerated
            : Enum.TryParse<CommentsMode>(text, ignoreCase: true, out var mode) && Modes.Contains(mode) ? mode
            : throw new StartUpException($"Comments:Mode is \"{text}\": set it to {string.Join(", ", Modes)}.");
        RulesPage = section["RulesPage"] ?? "house-rules";
        CloseAfter = TimeSpan.FromDays(Number(section, "CloseAfterDays", 0, 0, 36_500));
        FirstApproved = Number(section, "FirstApproved", 1, 0, 100);
        ChangeableFor = TimeSpan.FromMinutes(Number(section, "EditMinutes", 5, 0, 1440));
        ReportsToHide = Number(section, "ReportsToHide", 3, 0, 1000);
        SurgeComments = Number(section, "SurgeComments", 30, 0, 100_000);
        SurgeReports = Number(section, "SurgeReports", 10, 0, 100_000);
        SurgeFor = TimeSpan.FromMinutes(Number(section, "SurgeMinutes", 10, 1, 1440));
    }

    /// <summary>Where neither story nor section says otherwise; never <see cref="CommentsMode.Inherit"/>.</summary>
    public CommentsMode Mode { get; }

    /// <summary>The slug of the standing page that says how readers are to talk; the form leads there while it is at the foot of every page.</summary>
    public string RulesPage { get; }

    /// <summary>For how long after its publication a story is open; zero: always.</summary>
    public TimeSpan CloseAfter { get; }

    /// <summary>So many of a reader's comments are let through by hand before any is without.</summary>
    public int FirstApproved { get; }

    /// <summary>For how long readers may change or withdraw what they wrote.</summary>
    public TimeSpan ChangeableFor { get; }

    /// <summary>So many open reports take a comment back until somebody has read it; zero: none do.</summary>
    public int ReportsToHide { get; }

    /// <summary>So many comments within a minute under one story are still read as they come; zero: any number.</summary>
    public int SurgeComments { get; }

    /// <summary>The same of reports.</summary>
    public int SurgeReports { get; }

    /// <summary>For how long a story is careful after more than that.</summary>
    public TimeSpan SurgeFor { get; }

    /// <param name="story">With its section.</param>
    /// <param name="now">UTC.</param>
    public Talk Of(Article story, DateTime now)
    {
        var mode = story.CommentsMode is var own and not CommentsMode.Inherit ? own
            : story.Section?.CommentsMode is { } sections and not CommentsMode.Inherit ? sections
            : Mode;
        var closes = CloseAfter == TimeSpan.Zero ? null : story.PublishedUtc + CloseAfter;
        var isOpen = story is { Kind: ArticleKind.Story, State: ArticleState.Published } && mode != CommentsMode.Closed && !(closes <= now);
        return new Talk(mode, isOpen, isOpen ? closes : null);
    }

    internal static int Number(IConfiguration section, string name, int usual, int least, int most) => section[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new StartUpException($"Comments:{name} is \"{text}\": set it to a whole number from {least} to {most}, or leave it out for {usual}.");
}

/// <summary>How readers may comment on a story.</summary>
/// <param name="Mode">In force; never <see cref="CommentsMode.Inherit"/>.</param>
/// <param name="IsOpen">It takes comments.</param>
/// <param name="ClosesUtc">When it takes none any more, of one that is open; null: never.</param>
public sealed record Talk(CommentsMode Mode, bool IsOpen, DateTime? ClosesUtc);

using NewsPortal.Hosting;

namespace NewsPortal.Comments.Guard;

/// <summary>How careful the paper is with what readers send (<c>Comments:*</c>).</summary>
public sealed class GuardSettings
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public GuardSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection("Comments");
        Least = TimeSpan.FromSeconds(CommentSettings.Number(section, "LeastSeconds", 3, 0, 600));
        WorkBits = CommentSettings.Number(section, "WorkBits", 14, 0, 24);
        FreeLinks = CommentSettings.Number(section, "FreeLinks", 2, 0, CommentCopy.MostLinks);
        SpamAbove = CommentSettings.Number(section, "SpamPercent", 90, 50, 100) / 100.0;
        TrustedAfter = CommentSettings.Number(section, "TrustedAfter", 5, 1, 10_000);
    }

    /// <summary>Nobody writes a comment in less.</summary>
    public TimeSpan Least { get; }

    /// <summary>See <see cref="ProofOfWork"/>; each one more doubles the work.</summary>
    public int WorkBits { get; }

    /// <summary>So many links are a reader's.</summary>
    public int FreeLinks { get; }

    /// <summary>From this likelihood on, what looks like spam waits; see <see cref="BayesScore"/>.</summary>
    public double SpamAbove { get; }

    /// <summary>So many approved comments speak for a writer who has no script.</summary>
    public int TrustedAfter { get; }
}

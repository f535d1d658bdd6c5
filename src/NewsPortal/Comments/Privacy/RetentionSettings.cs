using NewsPortal.Hosting;

namespace NewsPortal.Comments.Privacy;

/// <summary>For how long the paper keeps what it knows of commenters (<c>Comments:Keep*</c>).</summary>
public sealed class RetentionSettings
{
    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public RetentionSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection("Comments");
        Refused = Days("KeepRefusedDays", 90);
        Emails = Days("KeepEmailDays", 365);
        Networks = Days("KeepNetworkDays", 7);

        TimeSpan? Days(string name, int usual) => CommentSettings.Number(section, name, usual, 0, 36_500) is > 0 and var days ? TimeSpan.FromDays(days) : null;
    }

    /// <summary>Comments that readers do not see, from when that was decided; withdrawn ones from when they were posted; null: always.</summary>
    public TimeSpan? Refused { get; }

    /// <summary>E-mail addresses; null: always.</summary>
    public TimeSpan? Emails { get; }

    /// <summary>What stands for a network; null: always.</summary>
    public TimeSpan? Networks { get; }
}

using NewsPortal.Hosting;

namespace NewsPortal.Articles;

/// <summary>How this newsroom works (<c>Newsroom:*</c>).</summary>
public sealed class NewsroomSettings
{
    private readonly Dictionary<PublishingCheck, CheckSeverity> checks;

    /// <exception cref="StartUpException">A setting cannot be understood; the message says which and what would be right.</exception>
    public NewsroomSettings(IConfiguration configuration)
    {
        var section = configuration.GetSection("Newsroom");
        FourEyes = ReadFlag(section["FourEyes"]);
        checks = Enum.GetValues<PublishingCheck>().ToDictionary(check => check, check => ReadSeverity(section[$"Checks:{check}"], check));
    }

    /// <summary>Who wrote a text may not approve or publish it, unless with a reason.</summary>
    public bool FourEyes { get; }

    public CheckSeverity SeverityOf(PublishingCheck check) => checks[check];

    private static bool ReadFlag(string? text) => text switch
    {
        null or "" => false,
        _ when bool.TryParse(text, out var flag) => flag,
        _ => throw new StartUpException($"Newsroom:FourEyes is '{text}'; it is true or false."),
    };

    private static CheckSeverity ReadSeverity(string? text, PublishingCheck check)
    {
        if (string.IsNullOrEmpty(text))
        {
            return check is PublishingCheck.Alt ? CheckSeverity.Blocking : CheckSeverity.Advisory;
        }

        return Enum.TryParse<CheckSeverity>(text, ignoreCase: true, out var severity) && Enum.IsDefined(severity)
            ? severity
            : throw new StartUpException($"Newsroom:Checks:{check} is '{text}'; it is Blocking, Advisory or Off.");
    }
}

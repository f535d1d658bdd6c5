namespace NewsPortal.Admin.Comments;

/// <summary>How long somebody has waited, in words that are short enough for a list or whole enough for a sentence.</summary>
public static class WaitWords
{
    private const double HoursInWords = 48;

    /// <summary>"24 minutes", "3 hours", "5 days".</summary>
    public static string Of(Words words, TimeSpan wait)
    {
        var (unit, number) = Measured(wait);
        return words.Count($"wait.{unit}", number);
    }

    /// <summary>"24 min", "3 h", "5 d".</summary>
    public static string Brief(Words words, TimeSpan wait)
    {
        var (unit, number) = Measured(wait);
        return words[$"wait.{unit}.short", number];
    }

    private static (string Unit, int Number) Measured(TimeSpan wait) => wait switch
    {
        { TotalMinutes: < 60 } => ("minutes", Math.Max(0, (int)wait.TotalMinutes)),
        { TotalHours: < HoursInWords } => ("hours", (int)wait.TotalHours),
        _ => ("days", (int)wait.TotalDays),
    };
}

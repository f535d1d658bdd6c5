namespace NewsPortal.Admin.Breaking;

/// <summary>A reading of the meter in words.</summary>
public static class FreshnessWords
{
    public static string Of(Words words, string path, TimeSpan? after)
    {
        var page = path switch
        {
            "/" => words["page.front"],
            "/last-minute" => words["page.flashes"],
            _ => words["page.section"],
        };
        return after is { } time ? words["{0} {1:0.00} s", page, time.TotalSeconds] : words["{0}: not seen", page];
    }
}

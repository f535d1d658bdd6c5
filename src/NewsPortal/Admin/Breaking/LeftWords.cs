namespace NewsPortal.Admin.Breaking;

/// <summary>How much longer a flash stays, in words.</summary>
public static class LeftWords
{
    private const int MostMinutes = 120;

    public static string Of(Words words, int minutes)
        => minutes > MostMinutes ? words["left.hours", minutes / 60] : words.Count("left", minutes);
}

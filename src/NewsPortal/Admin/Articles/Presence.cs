using NewsPortal.Articles.Writing;

namespace NewsPortal.Admin.Articles;

/// <summary>Who else is here, in words: advice, never a lock.</summary>
public static class Presence
{
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(45);

    /// <summary>"Also here: Tomas Reyl since 14:02, typing 10 s ago"; empty when nobody is.</summary>
    public static string Say(IReadOnlyList<EditSession> others, int myId, Words words, SiteDates dates)
        => others.Count == 0 ? "" : words["Also here: {0}", dates.List(others.Select(other => One(other, myId, words, dates)))];

    /// <summary>"TR" of Tomas Reyl.</summary>
    public static string Initials(string name)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? First(name) : First(parts[0]) + First(parts[^1]);
    }

    private static string First(string name) => name.Length == 0 ? "" : name.EnumerateRunes().First().ToString();

    private static string One(EditSession other, int myId, Words words, SiteDates dates)
    {
        var name = other.AccountId == myId ? words["you in another window"] : other.Name;
        var since = words["{0} since {1}", name, dates.Clock(other.OpenedUtc)];
        var quiet = dates.Now - other.TypedUtc;
        return quiet < Typing ? words["{0}, typing {1} s ago", since, (int)quiet.Value.TotalSeconds] : since;
    }
}

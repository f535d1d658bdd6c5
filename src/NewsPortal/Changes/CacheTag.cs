namespace NewsPortal.Changes;

/// <summary>
/// What a page can rest on and a change can touch. Both sides name it by these, so that they cannot spell it differently.
/// A tag has no space and no comma: lists of them are separated by spaces, in a change's payload and in Surrogate-Key.
/// </summary>
public static class CacheTag
{
    /// <summary>Which stories stand on the front page.</summary>
    public const string Front = "front";

    /// <summary>The bar of flashes, which is on nearly every page.</summary>
    public const string Breaking = "breaking";

    /// <summary>The links in the masthead and at the foot of every page.</summary>
    public const string Navigation = "navigation";

    /// <summary>Addresses where there is nothing: any of them may lead somewhere from now on.</summary>
    public const string Missing = "missing";

    public static string Story(int id) => FormattableString.Invariant($"article:{id}");

    public static string Section(int id) => FormattableString.Invariant($"section:{id}");

    public static string Author(int id) => FormattableString.Invariant($"author:{id}");

    public static string Topic(int id) => FormattableString.Invariant($"tag:{id}");
}

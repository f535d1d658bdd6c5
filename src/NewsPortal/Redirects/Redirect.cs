using NewsPortal.Articles;
using NewsPortal.Changes;

namespace NewsPortal.Redirects;

/// <summary>An old address and where it leads now.</summary>
public class Redirect : Announcer
{
    public const int PathLength = 700;

    public int Id { get; private set; }

    /// <summary>Normalised by <see cref="RedirectPath"/>: path and, where it matters, query.</summary>
    public required string Path { get; init; }

    /// <summary>A story, followed to wherever its address is by then.</summary>
    public int? ArticleId { get; set; }

    public Article? Article { get; set; }

    /// <summary>Or a local path that starts with one slash; used when there is no story.</summary>
    public string? Target { get; set; }

    protected override string Subject => FormattableString.Invariant($"redirect:{Id}");

    /// <summary>Tells that something is at its address, and at those of all others that are saved with it.</summary>
    public Redirect Added(DateTime now)
    {
        Announce(ChangeKind.AddressAdded, now, () => [CacheTag.Missing]);
        return this;
    }
}

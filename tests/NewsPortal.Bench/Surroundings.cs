using System.Net;

namespace NewsPortal.Bench;

/// <summary>Where a process runs.</summary>
/// <param name="Core">The only processor it may use; null: any.</param>
internal sealed record Surroundings(int? Core = null)
{
    public static Surroundings Any { get; } = new();

    /// <summary>Where it listens; null: wherever nobody else does.</summary>
    public IPEndPoint? Address { get; init; }

    /// <summary>Environment variables besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

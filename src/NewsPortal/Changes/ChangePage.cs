using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsPortal.Changes;

/// <summary>What a poller of the change feed is told.</summary>
/// <param name="Last">What to ask after next time.</param>
/// <param name="StartOver">What came after the place asked for is not known (any more): load anew what is shown.</param>
/// <param name="Now">UTC, by the paper's clock.</param>
/// <param name="PollSeconds">When to ask again; 0: not at all.</param>
public sealed record ChangePage(long Last, bool StartOver, DateTime Now, int PollSeconds, IReadOnlyList<ChangeLine> Changes)
{
    /// <summary>The <see cref="IStandingNews"/> under its name, when the poller may not know what it says now.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Standing { get; init; } = [];
}

/// <param name="Kind">A <see cref="ChangeKind"/> in camelCase.</param>
public sealed record ChangeLine(long Seq, string Kind, string Subject, IReadOnlyList<string> Touched, DateTime AtUtc)
{
    public static ChangeLine Of(Change change)
        => new(change.Seq, JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()), change.Subject, change.Touched, change.AtUtc);
}

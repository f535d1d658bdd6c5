using System.Text.Json;
using NewsPortal.Changes.Streams;

namespace NewsPortal.Changes;

/// <summary>The standing news as it is told from one time on.</summary>
/// <param name="Number">A later edition has a higher one.</param>
/// <param name="Touches">How often it may have changed before it was read.</param>
public sealed record StandingEdition(string Name, StandingNow Now, int Number, long Touches)
{
    private readonly byte[] frame = EventFrame.Of(Name, null, Now.Told);

    /// <summary>The event that tells of it.</summary>
    public ReadOnlyMemory<byte> Frame => frame;

    public JsonElement Json => JsonSerializer.SerializeToElement(Now.Told, EventFrame.Json);

    public bool IsTouchedBy(Change change) => Now.RestsOn.Any(change.Touches);

    public bool SaysTheSameAs(StandingEdition? other) => other is not null && frame.AsSpan().SequenceEqual(other.frame);
}

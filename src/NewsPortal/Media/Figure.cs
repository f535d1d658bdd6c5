namespace NewsPortal.Media;

/// <summary>
/// A photo in use. Each null word falls back to the photo's own; an empty string says "nothing here" on purpose.
/// </summary>
public sealed record Figure
{
    public required int PhotoId { get; init; }

    public string? Caption { get; init; }

    public string? Alt { get; init; }

    public string? Credit { get; init; }

    public bool? Decorative { get; init; }
}

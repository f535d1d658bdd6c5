namespace NewsPortal.Import;

/// <summary>Remembers what an outside item became here, so that importing twice gives the same paper.</summary>
public class ImportedItem
{
    public int Id { get; private set; }

    /// <summary>Where from: the old site's address.</summary>
    public required string Source { get; init; }

    /// <summary>What it became: <c>article</c>, <c>photo</c>, <c>comment</c>, <c>author</c>, <c>section</c>, <c>tag</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id there.</summary>
    public required string Key { get; init; }

    /// <summary>Its id here.</summary>
    public required int LocalId { get; init; }
}

namespace NewsPortal.Live;

/// <summary>Everything of an entry that a person writes, its words made into HTML.</summary>
public sealed record EntryCopy(LiveText Text)
{
    /// <summary>Null or empty: the words stand alone.</summary>
    public string? Headline { get; init; }

    public int? AuthorId { get; init; }

    public string? Place { get; init; }

    /// <summary>Null: when it is written; of one that is edited, what it was.</summary>
    public DateTime? EventUtc { get; init; }

    public bool IsKey { get; init; }
}

/// <summary>Markdown with what was made of it: see <see cref="LiveTexts"/>.</summary>
/// <param name="Words">The Markdown.</param>
/// <param name="Html">Safe HTML.</param>
/// <param name="Plain">The words alone, in one line.</param>
/// <param name="RendererVersion">Who made the HTML.</param>
public sealed record LiveText(string Words, string Html, string Plain, int RendererVersion)
{
    /// <summary>A picture alone says something, too.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Plain) && !Html.Contains("<img", StringComparison.Ordinal);
}

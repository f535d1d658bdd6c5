namespace NewsPortal.Live;

/// <summary>An entry as it is printed. Its own story is left out while readers cannot open it.</summary>
public sealed record EntryLine
{
    // By how much an entry may be late before it is said.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public required int Id { get; init; }

    public required int Order { get; init; }

    public string? Headline { get; init; }

    public required string Html { get; init; }

    public required string Plain { get; init; }

    public int? AuthorId { get; init; }

    public string? AuthorName { get; init; }

    public string? AuthorSlug { get; init; }

    public string? Place { get; init; }

    public DateTime EventUtc { get; init; }

    public DateTime SentUtc { get; init; }

    public DateTime? EditedUtc { get; init; }

    public bool IsKey { get; init; }

    public int? StoryId { get; init; }

    public string? StoryUrl { get; init; }

    /// <summary>The time of the event would say too little.</summary>
    public bool IsLate => SentUtc - EventUtc > Late;

    /// <summary>"Dilara Aksoy, Lower Quay".</summary>
    public string Byline => string.Join(", ", new[] { AuthorName, Place }.OfType<string>());

    /// <summary>The page of the coverage that begins with it.</summary>
    public string UrlIn(string storyUrl) => FormattableString.Invariant($"{storyUrl}?entry={Id}#entry-{Id}");
}

/// <summary>Entries in the page of a story. A view is readied once for all of them: for each alone it would cost as much as the entry.</summary>
public sealed record EntriesLook(IEnumerable<EntryLine> Entries, string StoryUrl);

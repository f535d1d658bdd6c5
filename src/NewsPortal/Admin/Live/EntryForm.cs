using NewsPortal.Admin.Media;
using NewsPortal.Live;

namespace NewsPortal.Admin.Live;

/// <summary>An entry as it is typed.</summary>
public sealed class EntryForm
{
    public string? Headline { get; set; }

    public string? Words { get; set; }

    public int? AuthorId { get; set; }

    public string? Place { get; set; }

    /// <summary>When it happened, on the newsroom's clock; nothing: now, or of one that is edited what it was.</summary>
    public string? At { get; set; }

    public bool IsKey { get; set; }

    /// <summary>See <see cref="Entry.Key"/>.</summary>
    public Guid Key { get; set; }

    /// <summary>Of the entry that the person saw.</summary>
    public int Version { get; set; }

    /// <summary>What its writer should do, from whoever sends it back.</summary>
    public string? Note { get; set; }

    /// <summary>A picture to stand at the end of the words.</summary>
    public IFormFile? File { get; set; }

    public FigureForm Figure { get; set; } = new();

    public static EntryForm Of(Entry entry, TimeZoneInfo zone) => new()
    {
        Headline = entry.Headline,
        Words = entry.Words,
        AuthorId = entry.AuthorId,
        Place = entry.Place,
        At = WallTime.Of(entry.EventUtc, zone).Text,
        IsKey = entry.IsKey,
        Version = entry.Version,
    };
}

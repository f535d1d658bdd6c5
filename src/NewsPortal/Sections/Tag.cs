using NewsPortal.Changes;

namespace NewsPortal.Sections;

/// <summary>A topic. Once readers can find it, its name and address stay.</summary>
public class Tag : Announcer
{
    public const int SlugLength = 120;
    public const int NameLength = 120;

    public int Id { get; private set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    protected override string Subject => CacheTag.Topic(Id);

    /// <summary>Tells readers that it has a page.</summary>
    public Tag Added(DateTime now)
    {
        Announce(ChangeKind.TopicAdded, now, () => [CacheTag.Missing]);
        return this;
    }
}

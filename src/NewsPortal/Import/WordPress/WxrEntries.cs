namespace NewsPortal.Import.WordPress;

/// <summary>One thing of an export, in the order of the file.</summary>
internal abstract record WxrEntry
{
    public int Line { get; init; }
}

internal sealed record WxrAuthor(string? Id, string Login, string? Email, string DisplayName) : WxrEntry;

/// <param name="Taxonomy"><c>category</c>, <c>post_tag</c>, or one of a plug-in.</param>
internal sealed record WxrTerm(string Taxonomy, string? Id, string Slug, string Name, string? ParentSlug, string? Description) : WxrEntry;

/// <summary>A post, page, attachment or any other row of the old site's posts.</summary>
internal sealed record WxrItem : WxrEntry
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public string Status { get; init; } = "";

    public string Title { get; init; } = "";

    public string Link { get; init; } = "";

    public string Guid { get; init; } = "";

    public string Creator { get; init; } = "";

    public string Content { get; init; } = "";

    public string Excerpt { get; init; } = "";

    /// <summary>The last segment of its address, percent-escaped as WordPress stores it.</summary>
    public string Name { get; init; } = "";

    public string ParentId { get; init; } = "";

    public string MenuOrder { get; init; } = "";

    public string Password { get; init; } = "";

    public bool Sticky { get; init; }

    public bool CommentsOpen { get; init; }

    public string AttachmentUrl { get; init; } = "";

    public WxrDates Dates { get; init; }

    public IReadOnlyList<WxrItemTerm> Terms { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Meta { get; init; } = [];

    public IReadOnlyList<WxrComment> Comments { get; init; } = [];

    /// <summary>How a report names it.</summary>
    public string Label => $"{Type} {Id}{(Title.Length > 0 ? $" '{(Title.Length > 80 ? Title[..80] + "…" : Title)}'" : "")}";

    public string? MetaValue(string key)
        => Meta.FirstOrDefault(meta => meta.Key == key).Value is { Length: > 0 } value ? value : null;
}

/// <param name="Local"><c>yyyy-MM-dd HH:mm:ss</c> on the old site's clock.</param>
/// <param name="Gmt">The same in UTC; all zeros on a draft.</param>
/// <param name="Published">RFC 822, of the feed.</param>
internal readonly record struct WxrDates(string Local, string Gmt, string Published);

internal sealed record WxrItemTerm(string Taxonomy, string Slug, string Name);

internal sealed record WxrComment
{
    public required string Id { get; init; }

    public string ParentId { get; init; } = "";

    /// <summary>Empty or <c>comment</c>, <c>pingback</c>, <c>trackback</c>, or one of a plug-in.</summary>
    public string Type { get; init; } = "";

    /// <summary><c>1</c>, <c>0</c>, <c>spam</c> or <c>trash</c>.</summary>
    public string Approved { get; init; } = "";

    public string UserId { get; init; } = "";

    public string Author { get; init; } = "";

    public string Email { get; init; } = "";

    public string Url { get; init; } = "";

    public string Content { get; init; } = "";

    public WxrDates Dates { get; init; }
}

namespace NewsPortal.Articles;

/// <summary>An immutable snapshot of a copy.</summary>
public class Revision
{
    public const int NoteLength = 2000;
    public const int NameLength = 160;

    public int Id { get; private set; }

    public int ArticleId { get; private set; }

    /// <summary>From 1, per article.</summary>
    public required int Number { get; init; }

    public required Copy Copy { get; init; }

    public required string By { get; init; }

    public int? ById { get; init; }

    public DateTime AtUtc { get; init; }

    public string? Note { get; init; }

    /// <summary>Given by a person who wants to find this one again.</summary>
    public string? Name { get; private set; }

    /// <summary>The one thing about a version that may change: what it is called. Null: nothing.</summary>
    public void Call(string? name) => Name = name;

    /// <summary>True when this copy went onto the published face.</summary>
    public bool Published { get; init; }
}

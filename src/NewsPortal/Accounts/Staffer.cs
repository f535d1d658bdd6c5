namespace NewsPortal.Accounts;

public enum Role
{
    /// <summary>Writes stories and hands them in.</summary>
    Contributor,

    /// <summary>Approves, publishes, withdraws, and raises flashes.</summary>
    Editor,

    /// <summary>Answers for the comments.</summary>
    Moderator,

    /// <summary>Everything, and the people.</summary>
    Administrator,

    /// <summary>Works nowhere here: joined to comment. No page of the desk names this role.</summary>
    Reader,
}

public static class Roles
{
    public static IReadOnlyList<Role> OfStaff { get; } = [.. Enum.GetValues<Role>().Where(role => role != Role.Reader)];
}

/// <summary>The person at the desk, and what they may do. Queries take it, so that what is not theirs is not found.</summary>
/// <param name="SectionIds">The sections they are limited to; empty: none, they work for the whole paper.</param>
public sealed record Staffer(int Id, string Name, Role Role, IReadOnlyList<int> SectionIds) : Member(Id, Name, Role)
{
    public Signature Signature => new(Id, Name);

    public bool MayPublish => Role is Role.Editor or Role.Administrator;

    public bool MayModerate => Role is Role.Moderator or Role.Editor or Role.Administrator;

    public bool MayWrite => Role is Role.Contributor or Role.Editor or Role.Administrator;

    /// <summary>Works for the whole paper.</summary>
    public bool IsUnbound => SectionIds.Count == 0 || Role == Role.Administrator;

    public bool WorksFor(int? sectionId) => IsUnbound || (sectionId is { } id && SectionIds.Contains(id));
}

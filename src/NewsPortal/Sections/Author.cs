using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Changes;

namespace NewsPortal.Sections;

/// <summary>Somebody whose name stands over stories; not an account.</summary>
public class Author : Announcer
{
    public const int SlugLength = 120;
    public const int NameLength = 160;
    public const int JobTitleLength = 160;
    public const int BioLength = 2000;
    public const int EmailLength = 254;

    public int Id { get; private set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public string? JobTitle { get; set; }

    public string? Bio { get; set; }

    /// <summary>Printed on the author's page: only an address meant for readers.</summary>
    public string? Email { get; set; }

    protected override string Subject => CacheTag.Author(Id);

    /// <summary>Tells readers and the audit trail of somebody new.</summary>
    public Author Added(Signature by, DateTime now)
    {
        Announce(ChangeKind.AuthorChanged, now, () => [CacheTag.Missing]);
        Record(AuditKind.AuthorAdded, by, now, Name);
        return this;
    }

    /// <summary>Their address stays: readers have it in their bookmarks.</summary>
    public void Change(AuthorWords words, Signature by, DateTime now)
    {
        var isNamedOtherwise = (Name, JobTitle) != (words.Name, words.JobTitle);
        (Name, JobTitle, Bio, Email) = (words.Name, words.JobTitle, words.Bio, words.Email);
        Announce(ChangeKind.AuthorChanged, now, () => isNamedOtherwise ? [CacheTag.AuthorName(Id)] : []);
        Record(AuditKind.AuthorChanged, by, now, Name);
    }
}

public sealed record AuthorWords(string Name, string? JobTitle, string? Bio, string? Email);

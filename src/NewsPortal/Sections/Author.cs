namespace NewsPortal.Sections;

/// <summary>Somebody whose name stands over stories; not an account.</summary>
public class Author
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
}

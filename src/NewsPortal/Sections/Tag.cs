namespace NewsPortal.Sections;

public class Tag
{
    public const int SlugLength = 120;
    public const int NameLength = 120;

    public int Id { get; private set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }
}

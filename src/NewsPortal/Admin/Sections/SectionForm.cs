using NewsPortal.Articles;

namespace NewsPortal.Admin.Sections;

public sealed class SectionForm
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Language { get; set; }

    public int Position { get; set; }

    public CommentsMode CommentsMode { get; set; }
}

public sealed class AuthorForm
{
    public string? Name { get; set; }

    public string? JobTitle { get; set; }

    public string? Bio { get; set; }

    public string? Email { get; set; }
}

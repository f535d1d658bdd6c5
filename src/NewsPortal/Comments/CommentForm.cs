namespace NewsPortal.Comments;

/// <summary>A comment as it was typed.</summary>
public sealed class CommentForm
{
    public int ArticleId { get; set; }

    /// <summary>The comment that it answers.</summary>
    public int? ParentId { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>They want to be told what becomes of it.</summary>
    public bool Letters { get; set; }

    public string? Body { get; set; }

    /// <summary>People do not see this field: whoever fills it is no person.</summary>
    public string? Website { get; set; }

    /// <summary>When the writing began: see <see cref="Guard.Stamps"/>. A browser without script sends none.</summary>
    public string? Stamp { get; set; }

    /// <summary>See <see cref="Guard.ProofOfWork"/>.</summary>
    public string? Work { get; set; }
}

using NewsPortal.Admin.Articles;
using NewsPortal.Audit;
using NewsPortal.Breaking;

namespace NewsPortal.Admin.Breaking;

/// <summary>One flash: what can be done with it, and all that was done.</summary>
public sealed record FlashPage(FlashRow Row, FlashMoveForm Form, DateTime Now)
{
    public IReadOnlyList<AuditEntry> History { get; init; } = [];

    /// <summary>What it followed up.</summary>
    public FlashRow? Follows { get; init; }

    public IReadOnlyList<Choice> Stories { get; init; } = [];

    /// <summary>Why the last move was refused.</summary>
    public string? Problem { get; init; }
}

/// <summary>One page of what has ended, newest first.</summary>
public sealed record FlashHistory(IReadOnlyList<FlashRow> Rows, bool HasOlder)
{
    public const int Size = 50;

    public Cursor? Older => HasOlder ? new Cursor(Rows[^1].Line.EndsUtc, Rows[^1].Id) : null;
}

/// <summary>What any move of a flash sends.</summary>
public sealed class FlashMoveForm
{
    public int Version { get; set; }

    public string? Text { get; set; }

    public FlashLevel? Level { get; set; }

    public string? To { get; set; }

    public string? Words { get; set; }

    /// <summary>The words look like markup and are meant so.</summary>
    public bool Literally { get; set; }
}

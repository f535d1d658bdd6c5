using NewsPortal.Articles;

namespace NewsPortal.Breaking;

/// <summary>What an editor decides about a flash before it is raised.</summary>
public sealed record FlashCopy(FlashLevel Level, string Text, DateTime EndsUtc)
{
    /// <summary>Null: it is of the whole paper.</summary>
    public int? SectionId { get; init; }

    /// <summary>The story that it leads to once readers can open it.</summary>
    public int? ArticleId { get; init; }

    /// <summary>A story that is begun with it, in the same transaction.</summary>
    public Article? NewStory { get; init; }
}

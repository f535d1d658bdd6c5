using NewsPortal.Articles;

namespace NewsPortal.Admin.Articles;

/// <summary>Where a story stands, in one word and one mark.</summary>
/// <param name="Mark">The shape that <c>.st</c> draws.</param>
/// <param name="Key">A key of the words.</param>
public sealed record StoryStatus(string Mark, string Key)
{
    public static StoryStatus Of(ArticleState item, DraftState draft) => (item, draft) switch
    {
        (_, DraftState.InReview) => new("review", "To edit"),
        (_, DraftState.SentBack) => new("back", "Sent back"),
        (ArticleState.Scheduled, _) => new("scheduled", "Scheduled"),
        (ArticleState.Withdrawn, _) => new("gone", "Withdrawn"),
        (ArticleState.Published, DraftState.Settled) => new("live", "Published"),
        (ArticleState.Published, DraftState.Approved) => new("live", "Changes approved"),
        (ArticleState.Published, _) => new("live", "Being changed"),
        (_, DraftState.Approved) => new("review", "Approved"),
        _ => new("draft", "Draft"),
    };
}

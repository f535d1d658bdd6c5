using NewsPortal.Articles;

namespace NewsPortal.Import.WordPress;

/// <summary>What the old site's status asks for: to be published since, to be published at, or to stay a draft.</summary>
internal sealed record StoryMove
{
    private enum Goal
    {
        Draft,
        Review,
        Schedule,
        Publish,
    }

    private Goal To { get; init; }

    private DateTime? AtUtc { get; init; }

    private string? Reason { get; init; }

    /// <summary>Whether the article is not there yet. One that was published stays so, whatever the export says.</summary>
    public bool IsNeeded { get; private init; }

    public static StoryMove Of(WordPressRun run, WxrItem item, Article article)
    {
        var date = WordPressDates.Utc(item.Dates, run.Zone);
        var (goal, reason) = GoalOf(item, date, run.Now);
        return new StoryMove
        {
            To = goal,
            AtUtc = date,
            Reason = reason,
            IsNeeded = goal switch
            {
                Goal.Publish => article.State is ArticleState.Unpublished or ArticleState.Scheduled,
                Goal.Schedule => article.State == ArticleState.Unpublished,
                Goal.Review => article is { State: ArticleState.Unpublished, Draft.State: DraftState.Writing },
                _ => false,
            },
        };
    }

    public void Carry(Article article, WordPressRun run)
    {
        switch (To)
        {
            case Goal.Publish:
                article.Publish(WordPressRun.By, run.Now, substantive: false, firstPublishedUtc: AtUtc);
                break;
            // A plan holds the words it was made with: new words need it made anew.
            case Goal.Schedule when article.State is ArticleState.Unpublished or ArticleState.Scheduled:
                article.PlanPublication(WordPressRun.By, WallTime.Of(AtUtc!.Value, run.Zone), run.Now);
                break;
            case Goal.Review when IsNeeded:
                article.Draft.HandIn(WordPressRun.By, run.Now);
                break;
        }
    }

    public void Tell(WordPressRun run, WxrItem item)
    {
        if (Reason is not null)
        {
            run.Tell(Reason, item.Label);
        }
    }

    private static (Goal Goal, string? Reason) GoalOf(WxrItem item, DateTime? date, DateTime now) => item.Status switch
    {
        "publish" when item.Password.Length > 0 => (Goal.Draft, "It was protected by a password, which has no counterpart; it is an unpublished draft"),
        "publish" when date is null => (Goal.Publish, "It has no date that can be read; it is published as of now"),
        "publish" => (Goal.Publish, null),
        "future" when date > now => (Goal.Schedule, null),
        "future" => (Goal.Publish, null),
        "pending" => (Goal.Review, null),
        "draft" or "auto-draft" => (Goal.Draft, null),
        "private" => (Goal.Draft, "It was private; it is an unpublished draft"),
        _ => (Goal.Draft, $"Its status '{item.Status}' has no counterpart; it is an unpublished draft"),
    };
}

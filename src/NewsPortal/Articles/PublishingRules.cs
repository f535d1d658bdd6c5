using NewsPortal.Accounts;

namespace NewsPortal.Articles;

/// <summary>What has to hold before a draft is approved, published or planned.</summary>
public sealed class PublishingRules(PublishingChecks checks, NewsroomSettings settings)
{
    /// <summary>Whether this person needs a reason, because only they have read what they wrote.</summary>
    public bool NeedsReason(Draft draft, int accountId)
        => settings.FourEyes && draft.State != DraftState.Approved && draft.WriterIds.Contains(accountId);

    /// <param name="article">With its draft.</param>
    /// <param name="by">Who approves or publishes.</param>
    /// <param name="at">When it would go out, UTC.</param>
    /// <param name="reason">Why the four-eyes rule is passed over; kept in the audit trail.</param>
    /// <param name="cancel">Stops the look-ups.</param>
    /// <exception cref="RefusedException">A blocking check found something, or nobody else has read it.</exception>
    public async Task HoldAsync(Article article, Signature by, DateTime at, string? reason, CancellationToken cancel)
    {
        HoldEyes(article.Draft, by, reason);
        await CheckAsync(article.Kind, article.Draft.Copy, at, cancel);
    }

    /// <exception cref="RefusedException">Nobody but whoever wrote it has read it, and no reason is given.</exception>
    public void HoldEyes(Draft draft, Signature by, string? reason)
    {
        if (by.AccountId is { } account && NeedsReason(draft, account) && string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusedException("You wrote in this story, so somebody else has to approve it. If that cannot wait, give the reason.");
        }
    }

    /// <exception cref="RefusedException">A blocking check found something.</exception>
    public async Task CheckAsync(ArticleKind kind, Copy copy, DateTime at, CancellationToken cancel)
    {
        var found = await checks.LookAsync(kind, copy, at, cancel);
        if (found.FirstOrDefault(finding => finding.IsBlocking) is { } finding)
        {
            throw new RefusedException(finding.Words, [.. finding.Values]);
        }
    }
}

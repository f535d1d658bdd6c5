using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Changes;
using NewsPortal.Feeds;

namespace NewsPortal.Articles;

/// <summary>The item's moves: unpublished, scheduled, published, withdrawn. Each refuses what is not allowed, in a sentence.</summary>
public partial class Article
{
    /// <summary>Starts an article with its first draft. Nothing is visible to readers.</summary>
    public static Article Start(ArticleKind kind, Copy copy, RenderedBody rendered, Signature by, DateTime now) => new()
    {
        Kind = kind,
        CreatedUtc = now,
        ModifiedUtc = now,
        StartedBy = by.Name,
        StartedById = by.AccountId,
        Headline = copy.Headline,
        Slug = copy.Slug,
        SectionId = kind == ArticleKind.Story ? copy.SectionId : null,
        Draft = new Draft(copy, rendered, by, now),
    };

    /// <summary>
    /// Puts the draft on the face, keeps a revision and tells readers. Needs <see cref="Draft"/>, <see cref="Bylines"/>,
    /// <see cref="Tags"/>, <see cref="Related"/> and the open <see cref="Schedules"/> loaded: see <see cref="ArticleQueries.Whole"/>.
    /// </summary>
    /// <param name="by">Who published.</param>
    /// <param name="now">UTC.</param>
    /// <param name="substantive">Whether readers should be told "updated"; a typo fix is not.</param>
    /// <param name="firstPublishedUtc">For imported work: when it first appeared. Ignored after the first publication.</param>
    /// <param name="reason">Why the four-eyes rule was passed over.</param>
    /// <exception cref="RefusedException">The draft lacks a headline or, for a story, a section, or is under embargo.</exception>
    public void Publish(Signature by, DateTime now, bool substantive = true, DateTime? firstPublishedUtc = null, string? reason = null)
    {
        RefuseUnready(Draft.Copy, now);
        VoidPlans(plan => plan.Move == ScheduledMove.Publish);
        var at = PublishedUtc is null ? firstPublishedUtc ?? now : now;
        Appear(new Appearance(Draft.Copy, Draft.Rendered, by, at, substantive, reason), now);
        Draft.Settle(now);
    }

    /// <summary>Takes the story off the paper; its address answers 410 with <paramref name="reason"/>.</summary>
    /// <exception cref="RefusedException">It is not published, or no reason is given.</exception>
    public void Withdraw(Signature by, string reason, DateTime now)
    {
        RefuseWithdrawal(reason);
        VoidPlans(_ => true);
        var before = Standing.Of(this);
        WithdrawnUtc = now;
        WithdrawnReason = reason;
        ModifiedUtc = now;
        Become(ArticleState.Withdrawn, now);
        SetListed();
        Tell(ChangeKind.Withdrawn, before, now);
        Record(AuditKind.Withdrawn, by, now, Headline, reason);
    }

    /// <summary>Adds a dated correction. A correction is news to the reader, so the story counts as updated.</summary>
    public void Correct(Signature by, CorrectionKind kind, string text, DateTime now)
    {
        Corrections.Add(new Correction { Kind = kind, Text = text, AtUtc = now, By = by.Name, ById = by.AccountId });
        UpdatedUtc = now;
        ModifiedUtc = now;
        Record(AuditKind.Corrected, by, now, Headline, text);
        if (State == ArticleState.Published)
        {
            Announce(ChangeKind.Updated, now, () => [MapTag]);
        }
    }

    /// <summary>The same words from a newer renderer. No date moves: nothing was said anew.</summary>
    public void Rerender(RenderedBody rendered, DateTime now)
    {
        var (html, words, count) = (BodyHtml, SearchText, WordCount);
        Wear(rendered.Under(Headline, Standfirst));
        if (State == ArticleState.Published && (html, words, count) != (BodyHtml, SearchText, WordCount))
        {
            Announce(ChangeKind.Updated, now, () => words == SearchText ? [] : [CacheTag.Search]);
        }
    }

    private void RefuseUnready(Copy copy, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(copy.Headline))
        {
            throw new RefusedException("A story needs a headline before it can be published.");
        }

        if (Kind == ArticleKind.Story && copy.SectionId is null)
        {
            throw new RefusedException("A story needs a section before it can be published.");
        }

        if (copy.EmbargoUtc > at)
        {
            throw new RefusedException("This story is under embargo at that time.");
        }
    }

    private void RefuseWithdrawal(string? reason)
    {
        if (State != ArticleState.Published)
        {
            throw new RefusedException("Only a published story can be withdrawn.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RefusedException("Readers are told why a story was withdrawn: give a reason.");
        }

        if (reason.Length > WithdrawnReasonLength)
        {
            throw new RefusedException("That is too long: at most {0} characters.", WithdrawnReasonLength);
        }
    }

    private void Appear(Appearance next, DateTime now)
    {
        var (first, before) = (PublishedUtc is null, Standing.Of(this));
        PublishedUtc ??= next.At;
        if (!first && next.Substantive)
        {
            UpdatedUtc = next.At;
        }

        (WithdrawnUtc, WithdrawnReason) = (null, null);
        ModifiedUtc = now;
        Wear(next.Copy);
        Wear(next.Rendered);
        Become(ArticleState.Published, now);
        SetListed();
        Revisions.Add(Draft.Snapshot(next.Copy, next.By, now, published: true));
        Tell(first ? ChangeKind.Published : ChangeKind.Updated, before, now);
        Record(first ? AuditKind.Published : AuditKind.Updated, next.By, now, Headline, next.Reason);
    }

    private void Become(ArticleState state, DateTime now)
    {
        State = state;
        Draft.Follow(state, now);
    }

    private void Wear(Copy copy)
    {
        (Headline, FrontHeadline, Standfirst, Kicker) = (copy.Headline, copy.FrontHeadline, copy.Standfirst, copy.Kicker);
        (SearchTitle, SearchDescription) = (copy.SearchTitle, copy.SearchDescription);
        (SocialTitle, SocialText, SocialPhotoId) = (copy.SocialTitle, copy.SocialText, copy.SocialPhotoId);
        (Body, Language, WorkType, Slug) = (copy.Body, copy.Language, copy.WorkType, copy.Slug);
        SectionId = Kind == ArticleKind.Story ? copy.SectionId : null;
        (LastMinute, Pinned, CommentsMode) = (copy.LastMinute, copy.Pinned, copy.CommentsMode);
        (LeadPhotoId, LeadCaption, LeadAlt) = (copy.Lead?.PhotoId, copy.Lead?.Caption, copy.Lead?.Alt);
        (LeadCredit, LeadDecorative) = (copy.Lead?.Credit, copy.Lead?.Decorative);
        Bylines.Clear();
        Bylines.AddRange(copy.Bylines.DistinctBy(line => line.AuthorId).Select((line, at)
            => new Byline { AuthorId = line.AuthorId, Role = line.Role, Place = line.Place, Position = at }));
        Tags.Clear();
        Tags.AddRange(copy.TagIds.Distinct().Select((id, at) => new ArticleTag { TagId = id, Position = at }));
        Related.Clear();
        Related.AddRange(copy.RelatedIds.Distinct().Where(id => id != Id)
            .Select((id, at) => new RelatedStory { RelatedId = id, Position = at }));
    }

    private void Wear(RenderedStory rendered)
        => (BodyHtml, SearchText, WordCount, RendererVersion) = rendered;

    private void SetListed()
    {
        var listed = State == ArticleState.Published && Kind == ArticleKind.Story ? PublishedUtc : null;
        Bylines.ForEach(line => line.ListedUtc = listed);
        Tags.ForEach(tag => tag.ListedUtc = listed);
    }

    /// <summary>The sitemap that names it, with the time when it was last modified.</summary>
    private string MapTag => Kind == ArticleKind.Page ? CacheTag.PagesSitemap : CacheTag.Sitemap(Sitemap.FileOf(Id));

    private void Tell(ChangeKind kind, Standing before, DateTime now)
    {
        var after = Standing.Of(this);
        var isNewest = kind == ChangeKind.Published && PublishedUtc == now;
        Announce(kind, now, () => [.. after.Since(before, Id, isNewest), MapTag]);
    }

    /// <summary>What goes onto the face, whose doing that is, and as of when.</summary>
    private sealed record Appearance(Copy Copy, RenderedStory Rendered, Signature By, DateTime At, bool Substantive, string? Reason);
}

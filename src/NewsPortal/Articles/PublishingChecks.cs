using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Markup;
using NewsPortal.Media;

namespace NewsPortal.Articles;

/// <summary>Looks a copy over before it is published: its words, every picture in use, and where its links lead.</summary>
public sealed class PublishingChecks(NewsDb db, NewsroomSettings settings, InnerLinks links)
{
    /// <summary>Search results and phones cut what is longer.</summary>
    public const int LongHeadline = 110;

    /// <param name="kind">A standing page needs neither section nor standfirst.</param>
    /// <param name="copy">What is to be published.</param>
    /// <param name="at">When, UTC: the embargo is measured against it.</param>
    /// <param name="cancel">Stops the look-ups.</param>
    /// <returns>What is not as it should be, in the order of the editor's fields; blocking and advisory mixed.</returns>
    public async Task<IReadOnlyList<Finding>> LookAsync(ArticleKind kind, Copy copy, DateTime at, CancellationToken cancel)
    {
        var body = ArticleMarkup.FindReferences(copy.Body);
        var found = new List<Finding?>();
        found.AddRange(Rules(kind, copy, at));
        found.AddRange(Words(kind, copy));
        found.AddRange(await PicturesAsync(copy, body, cancel));
        found.AddRange(await LinksAsync(body, cancel));
        return [.. found.OfType<Finding>()];
    }

    private static IEnumerable<Finding?> Rules(ArticleKind kind, Copy copy, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(copy.Headline))
        {
            yield return new Finding(null, CheckSeverity.Blocking, "A story needs a headline before it can be published.", [], "headline");
        }

        if (kind == ArticleKind.Story && copy.SectionId is null)
        {
            yield return new Finding(null, CheckSeverity.Blocking, "A story needs a section before it can be published.", [], "section");
        }

        if (copy.EmbargoUtc > at)
        {
            yield return new Finding(null, CheckSeverity.Blocking, "This story is under embargo at that time.", [], "embargo");
        }
    }

    private IEnumerable<Finding?> Words(ArticleKind kind, Copy copy)
    {
        if (copy.Headline.Length > LongHeadline)
        {
            yield return Say(PublishingCheck.HeadlineLength, "headline", "The headline has {0} characters; beyond {1} it is cut.", copy.Headline.Length, LongHeadline);
        }

        if (kind == ArticleKind.Story && string.IsNullOrWhiteSpace(copy.Standfirst))
        {
            yield return Say(PublishingCheck.Standfirst, "standfirst", "There is no standfirst.");
        }
    }

    private async Task<IEnumerable<Finding?>> PicturesAsync(Copy copy, BodyReferences body, CancellationToken cancel)
    {
        var uses = body.Figures.Select(figure => (Figure: figure, Field: "body")).ToList();
        if (copy.Lead is { } lead)
        {
            uses.Insert(0, (lead, "lead"));
        }

        if (uses.Count == 0)
        {
            return [];
        }

        var ids = uses.Select(use => use.Figure.PhotoId).Distinct().ToList();
        var photos = await db.Photos.AsNoTracking().Where(photo => ids.Contains(photo.Id)).ToDictionaryAsync(photo => photo.Id, cancel);
        return uses.SelectMany((use, at) => photos.TryGetValue(use.Figure.PhotoId, out var photo)
            ? Picture(photo, use.Figure, use.Field, at + 1)
            : [Say(PublishingCheck.Links, use.Field, "Picture {0} no longer exists.", at + 1)]);
    }

    private IEnumerable<Finding?> Picture(Photo photo, Figure use, string field, int number)
    {
        var decorative = use.Decorative ?? (use.Alt is null && photo.Decorative);
        if (!decorative && string.IsNullOrWhiteSpace(photo.AltFor(use)))
        {
            yield return Say(PublishingCheck.Alt, field, "Picture {0} ({1}) has no text for those who cannot see it, and is not marked as decorative.", number, photo.Name);
        }

        if (!decorative && string.IsNullOrWhiteSpace(photo.CaptionFor(use)))
        {
            yield return Say(PublishingCheck.Caption, field, "Picture {0} ({1}) has no caption.", number, photo.Name);
        }

        if (string.IsNullOrWhiteSpace(photo.CreditFor(use)))
        {
            yield return Say(PublishingCheck.Credit, field, "Picture {0} ({1}) has no credit.", number, photo.Name);
        }
    }

    private async Task<IEnumerable<Finding?>> LinksAsync(BodyReferences body, CancellationToken cancel)
        => settings.SeverityOf(PublishingCheck.Links) == CheckSeverity.Off
            ? []
            : (await links.BrokenAsync(body.Links, cancel)).Select(link => Say(PublishingCheck.Links, "body", "A link leads nowhere: {0}", link));

    private Finding? Say(PublishingCheck check, string field, string words, params object[] values)
        => settings.SeverityOf(check) is var severity and not CheckSeverity.Off ? new Finding(check, severity, words, values, field) : null;
}

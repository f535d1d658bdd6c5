using System.Globalization;
using System.Text.RegularExpressions;
using NewsPortal.Articles;
using NewsPortal.Media;

namespace NewsPortal.Admin.Articles;

/// <summary>Between what is stored of a story and what stands in the fields of its editor.</summary>
public static partial class CopyForms
{
    private const int PlaceLength = 120;

    private static readonly (string Field, Func<CopyForm, string?> Of, int Length)[] Lengths =
    [
        ("Headline", f => f.Headline, Copy.HeadlineLength),
        ("Standfirst", f => f.Standfirst, Copy.StandfirstLength),
        ("Kicker", f => f.Kicker, Copy.KickerLength),
        ("Headline on the front page", f => f.FrontHeadline, Copy.HeadlineLength),
        ("Headline for search engines", f => f.SearchTitle, Copy.HeadlineLength),
        ("Description for search engines", f => f.SearchDescription, Copy.StandfirstLength),
        ("Headline for social networks", f => f.SocialTitle, Copy.HeadlineLength),
        ("Text for social networks", f => f.SocialText, Copy.StandfirstLength),
        ("Caption", f => f.LeadCaption, Photo.CaptionLength),
        ("Description for people who cannot see it", f => f.LeadAlt, Photo.AltLength),
        ("Credit", f => f.LeadCredit, Photo.CreditLength),
    ];

    /// <param name="photo">The lead picture, whose own words stand where the story has none of its own.</param>
    /// <param name="slugFollows">The address still follows the headline, so an address made of it is left to be made anew.</param>
    public static CopyForm Of(Copy copy, string tags, Photo? photo, bool slugFollows) => new()
    {
        Headline = copy.Headline,
        Standfirst = copy.Standfirst,
        Kicker = copy.Kicker,
        Body = copy.Body,
        FrontHeadline = copy.FrontHeadline,
        SearchTitle = copy.SearchTitle,
        SearchDescription = copy.SearchDescription,
        SocialTitle = copy.SocialTitle,
        SocialText = copy.SocialText,
        SocialPhotoId = copy.SocialPhotoId,
        SectionId = copy.SectionId,
        Tags = tags,
        Bylines = [.. copy.Bylines.Select(line => new BylineForm { AuthorId = line.AuthorId, Role = line.Role, Place = line.Place })],
        LeadPhotoId = copy.Lead?.PhotoId,
        LeadCaption = copy.Lead?.Caption ?? photo?.Caption,
        LeadAlt = copy.Lead?.Alt ?? photo?.Alt,
        LeadCredit = copy.Lead?.Credit ?? photo?.Credit,
        LeadDecorative = copy.Lead is { } lead && (lead.Decorative ?? (lead.Alt is null && photo?.Decorative == true)),
        RelatedIds = [.. copy.RelatedIds],
        WorkType = copy.WorkType,
        Language = copy.Language,
        Slug = slugFollows && copy.Slug == Slug.Of(copy.Headline) ? null : copy.Slug,
        CommentsMode = copy.CommentsMode,
        LastMinute = copy.LastMinute,
        Pinned = copy.Pinned,
    };

    /// <summary>The name of a field with more in it than fits, and how much does; null when all fits.</summary>
    public static (string Field, int Length)? TooLong(CopyForm form)
    {
        foreach (var (field, of, length) in Lengths)
        {
            if (of(form)?.Length > length)
            {
                return (field, length);
            }
        }

        return form.Bylines.Exists(line => line.Place?.Length > PlaceLength) ? ("Reported from", PlaceLength) : null;
    }

    /// <param name="form">With nothing too long in it.</param>
    public static Copy ToCopy(this CopyForm form, IReadOnlyList<int> tagIds, IReadOnlyList<int> relatedIds, Photo? photo)
    {
        var headline = Line(form.Headline) ?? "";
        return new Copy
        {
            Headline = headline,
            Standfirst = Line(form.Standfirst),
            Kicker = Line(form.Kicker),
            Body = (form.Body ?? "").ReplaceLineEndings("\n"),
            FrontHeadline = Line(form.FrontHeadline),
            SearchTitle = Line(form.SearchTitle),
            SearchDescription = Line(form.SearchDescription),
            SocialTitle = Line(form.SocialTitle),
            SocialText = Line(form.SocialText),
            SocialPhotoId = form.SocialPhotoId,
            SectionId = form.SectionId,
            TagIds = tagIds,
            Bylines = [.. form.Bylines.Where(line => line.AuthorId is not null)
                .Select(line => new BylineCopy(line.AuthorId!.Value, line.Role, Line(line.Place))).DistinctBy(line => line.AuthorId)],
            Lead = Lead(form, photo),
            RelatedIds = relatedIds,
            WorkType = form.WorkType,
            Language = form.Language,
            Slug = Slug.Of(Line(form.Slug) ?? headline),
            CommentsMode = form.CommentsMode,
            LastMinute = form.LastMinute,
            Pinned = form.Pinned,
        };
    }

    // A field that says what the photo says is the photo's; an empty one where the photo has words is empty on purpose.
    private static Figure? Lead(CopyForm form, Photo? photo) => form.LeadPhotoId is not { } id ? null : new Figure
    {
        PhotoId = id,
        Caption = Own(form.LeadCaption, photo?.Caption),
        Alt = Own(form.LeadAlt, photo?.Alt),
        Credit = Own(form.LeadCredit, photo?.Credit),
        Decorative = form.LeadDecorative ? true : photo?.Decorative == true ? false : null,
    };

    private static string? Own(string? typed, string? ofPhoto)
        => Line(typed) is var words && words == Line(ofPhoto) ? null : words ?? "";

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : Spaces().Replace(text, " ").Trim();

    /// <summary>Numbers of stories, typed as such or as addresses.</summary>
    public static IEnumerable<int> StoryNumbers(string? typed)
        => StoryNumber().Matches(typed ?? "").Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // "…/world/a-bridge-opens-42" or "42".
    [GeneratedRegex(@"(?<![\w/])\d{1,9}(?![\w-])|(?<=-)\d{1,9}(?=$|[\s,?#])")]
    private static partial Regex StoryNumber();
}

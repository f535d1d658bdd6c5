namespace NewsPortal.Articles.Merging;

/// <summary>Which fields of two copies differ. (A record compares its lists by reference.)</summary>
public static class CopyChanges
{
    private static readonly (CopyField Field, Func<Copy, Copy, bool> Same)[] Comparisons =
    [
        (CopyField.Headline, (a, b) => a.Headline == b.Headline),
        (CopyField.Standfirst, (a, b) => a.Standfirst == b.Standfirst),
        (CopyField.Kicker, (a, b) => a.Kicker == b.Kicker),
        (CopyField.Body, (a, b) => a.Body == b.Body),
        (CopyField.FrontHeadline, (a, b) => a.FrontHeadline == b.FrontHeadline),
        (CopyField.SearchTitle, (a, b) => a.SearchTitle == b.SearchTitle),
        (CopyField.SearchDescription, (a, b) => a.SearchDescription == b.SearchDescription),
        (CopyField.SocialTitle, (a, b) => a.SocialTitle == b.SocialTitle),
        (CopyField.SocialText, (a, b) => a.SocialText == b.SocialText),
        (CopyField.SocialPhoto, (a, b) => a.SocialPhotoId == b.SocialPhotoId),
        (CopyField.Section, (a, b) => a.SectionId == b.SectionId),
        (CopyField.Tags, (a, b) => a.TagIds.SequenceEqual(b.TagIds)),
        (CopyField.Bylines, (a, b) => a.Bylines.SequenceEqual(b.Bylines)),
        (CopyField.Lead, (a, b) => a.Lead == b.Lead),
        (CopyField.Related, (a, b) => a.RelatedIds.SequenceEqual(b.RelatedIds)),
        (CopyField.WorkType, (a, b) => a.WorkType == b.WorkType),
        (CopyField.Language, (a, b) => a.Language == b.Language),
        (CopyField.Slug, (a, b) => a.Slug == b.Slug),
        (CopyField.CommentsMode, (a, b) => a.CommentsMode == b.CommentsMode),
        (CopyField.LastMinute, (a, b) => a.LastMinute == b.LastMinute),
        (CopyField.Pinned, (a, b) => a.Pinned == b.Pinned),
        (CopyField.Embargo, (a, b) => a.EmbargoUtc == b.EmbargoUtc),
    ];

    public static IEnumerable<CopyField> Between(Copy a, Copy b) => Comparisons.Where(field => !field.Same(a, b)).Select(field => field.Field);

    public static bool IsSame(Copy a, Copy b) => !Between(a, b).Any();
}

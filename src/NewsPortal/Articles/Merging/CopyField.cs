namespace NewsPortal.Articles.Merging;

/// <summary>The parts of a <see cref="Copy"/> as a person would name them, in the order in which they are compared and shown.</summary>
public enum CopyField
{
    Headline,
    Standfirst,
    Kicker,
    Body,
    FrontHeadline,
    SearchTitle,
    SearchDescription,
    SocialTitle,
    SocialText,
    SocialPhoto,
    Section,
    Tags,
    Bylines,
    Lead,
    Related,
    WorkType,
    Language,
    Slug,
    CommentsMode,
    LastMinute,
    Pinned,
    Embargo,
}

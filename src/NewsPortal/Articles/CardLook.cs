using NewsPortal.Media;

namespace NewsPortal.Articles;

public enum CardSize
{
    /// <summary>A headline without picture.</summary>
    Words,

    /// <summary>Picture beside the headline.</summary>
    Row,

    Medium,

    Large,

    /// <summary>A row in a long list: picture, kicker, standfirst.</summary>
    ListRow,
}

/// <summary>A card and how it is drawn in its block.</summary>
public sealed record CardLook(StoryCard Story)
{
    /// <summary>A picture in one of four columns, or beside the words in a narrow one.</summary>
    public static PictureUse Column { get; } = PictureUse.Card with { Sizes = "(width < 36rem) 34vw, (width < 62rem) 46vw, 20rem" };

    public static PictureUse Half { get; } = PictureUse.Card with { Sizes = "(width < 36rem) 92vw, 28rem" };

    public static PictureUse List { get; } = PictureUse.Row;

    public static PictureUse Thumb { get; } = PictureUse.Row with { Sizes = "8rem", Widest = 480 };

    public CardSize Size { get; init; }

    public PictureUse Use { get; init; } = Column;

    public bool HasKicker { get; init; } = true;

    public bool HasDek { get; init; } = true;

    public bool HasMeta { get; init; } = true;

    /// <summary>
    /// Whether the number of comments is said. Not beside another story: each comment on the newest would make the pages of
    /// all the others old.
    /// </summary>
    public bool HasCount { get; init; } = true;

    /// <summary>3 below a section's heading, 2 below the page's own.</summary>
    public int HeadingLevel { get; init; } = 3;

    public StoryCard Meta => HasCount ? Story : Story with { CommentCount = 0 };

    public string? Kicker => HasKicker ? Story.Kicker ?? Story.SectionName : null;

    public bool HasPicture => Size != CardSize.Words && Story.HasPicture;

    public string Class => "story" + (Size, HasPicture) switch
    {
        (CardSize.Medium, _) => " story--m",
        (CardSize.Large, _) => " story--l",
        (CardSize.Row, true) => " story--row",
        (CardSize.ListRow, true) => " story--row story--m",
        (CardSize.ListRow, false) => " story--m",
        _ => "",
    }
    + (Story.WorkType == WorkType.Opinion ? " opinion" : "");

    // In a row the picture only repeats the link beside it, so it is silent; above a headline it is described.
    public PictureUse Picture => Use with
    {
        Decorative = Size is CardSize.Row or CardSize.ListRow,
        Alt = Story.Photo?.AltFor(Story.Figure!),
    };
}

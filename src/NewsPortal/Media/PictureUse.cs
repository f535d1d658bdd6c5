namespace NewsPortal.Media;

/// <summary>How large a picture is on the page, which tells the browser the file to take, and how soon it is wanted.</summary>
public sealed record PictureUse
{
    /// <summary>In the text of a story, as wide as the measure.</summary>
    public static PictureUse InText { get; } = new() { Sizes = "(width < 44rem) 92vw, 41rem" };

    /// <summary>Above the text of its own story.</summary>
    public static PictureUse Hero { get; } = new() { Sizes = "(width < 62rem) 94vw, 54rem", Widest = 1920, Lead = true };

    /// <summary>The first story of a front.</summary>
    public static PictureUse FrontLead { get; } = new() { Sizes = "(width < 48rem) 94vw, 38rem", Lead = true };

    /// <summary>A story in a column.</summary>
    public static PictureUse Card { get; } = new() { Sizes = "(width < 36rem) 92vw, 24rem", Widest = 1080 };

    /// <summary>A small picture beside the words of a story.</summary>
    public static PictureUse Row { get; } = new() { Sizes = "(width < 62rem) 30vw, 17rem", Narrowest = 160, Widest = 720 };

    /// <summary>The value of the <c>sizes</c> attribute.</summary>
    public required string Sizes { get; init; }

    /// <summary>The narrowest variant worth offering here, in pixels.</summary>
    public int Narrowest { get; init; } = 320;

    /// <summary>The widest, counting dense screens.</summary>
    public int Widest { get; init; } = 1440;

    /// <summary>The picture a page opens with: fetched at once instead of when scrolled to.</summary>
    public bool Lead { get; init; }

    /// <summary>Words instead of the photo's own; null keeps those.</summary>
    public string? Alt { get; init; }

    /// <summary>Empty alt on purpose: the link or headline beside the picture says it all.</summary>
    public bool Decorative { get; init; }
}

/// <param name="CreditFormat">"Photograph: {0}" in the language of the page.</param>
/// <param name="Class">The class of the figure element, if any.</param>
public sealed record FigureLook(PictureUse Picture, string CreditFormat, string? Class = null);

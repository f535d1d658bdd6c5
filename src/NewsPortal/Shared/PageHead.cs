namespace NewsPortal.Shared;

/// <summary>What a page says of itself to browsers, crawlers and other sites. Set by the page's view, printed by the layout.</summary>
public sealed class PageHead
{
    /// <summary>Null on the front page, whose title is the paper's name.</summary>
    public string? Title { get; set; }

    public string? Description { get; set; }

    /// <summary>Path of the page's one true address; null where there is none to index.</summary>
    public string? Canonical { get; set; }

    public bool NoIndex { get; set; }

    public string OpenGraphType { get; set; } = "website";

    public string? SocialTitle { get; set; }

    public string? SocialText { get; set; }

    /// <summary>Null: the paper's mark.</summary>
    public HeadPicture? Picture { get; set; }

    /// <summary>Feed of what this page lists, beside the whole paper's: its path and name.</summary>
    public (string Path, string Name)? Feed { get; set; }

    public DateTime? PublishedUtc { get; set; }

    public DateTime? UpdatedUtc { get; set; }

    /// <summary>Id of the section whose place in the navigation is marked.</summary>
    public int? SectionId { get; set; }

    public bool IsFront { get; set; }

    /// <summary>What stories touch that enter the page at its newest end, for browsers that keep it open.</summary>
    public IReadOnlyList<string> Lists { get; set; } = [];

    /// <summary>True where the page is a column of blocks with room between them.</summary>
    public bool IsBlocks { get; set; }

    public string MainClass => IsBlocks ? " gap" : "";

    /// <summary>False on the page for a broken paper, which must not ask the database for anything.</summary>
    public bool HasNavigation { get; set; } = true;
}

/// <summary>A picture as other sites show it beside a link.</summary>
public sealed record HeadPicture(string Path, int Width, int Height, string Alt);

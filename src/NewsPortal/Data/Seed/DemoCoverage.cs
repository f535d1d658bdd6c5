namespace NewsPortal.Data.Seed;

internal sealed class DemoCoverage
{
    /// <summary>Of the story that is covered.</summary>
    public string Story { get; set; } = "";

    public string Started { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>In the order in which readers got them.</summary>
    public List<DemoEntry> Entries { get; set; } = [];
}

internal sealed class DemoEntry
{
    public string Sent { get; set; } = "";

    /// <summary>When it happened, if not when it was sent.</summary>
    public string? At { get; set; }

    public string? Headline { get; set; }

    public string Text { get; set; } = "";

    public string? Author { get; set; }

    public string? Place { get; set; }

    public bool Key { get; set; }

    public bool Pinned { get; set; }

    public string? Edited { get; set; }

    /// <summary>The text before it was edited.</summary>
    public string? Was { get; set; }
}

using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Audit;
using NewsPortal.Live;

namespace NewsPortal.Admin.Live;

/// <summary>A coverage at the desk.</summary>
/// <param name="Coverage">With its story and the draft of that.</param>
/// <param name="Form">The entry that is being written.</param>
public sealed record LiveDeskPage(Coverage Coverage, EntryForm Form, Staffer Me)
{
    /// <summary>What is not with readers yet, oldest first: of a contributor their own.</summary>
    public IReadOnlyList<Entry> Waiting { get; init; } = [];

    /// <summary>What readers have or had, newest first.</summary>
    public IReadOnlyList<Entry> Sent { get; init; } = [];

    public bool HasOlder { get; init; }

    public IReadOnlyList<Choice> Authors { get; init; } = [];

    /// <summary>What is wrong with the entry that was sent.</summary>
    public string? Fault { get; init; }

    /// <summary>Why something else was not done.</summary>
    public string? Problem { get; init; }

    /// <summary>Key points as they were typed, when they were not taken.</summary>
    public string? Typed { get; init; }

    public string Address => LiveDeskPages.AddressOf(Coverage.ArticleId);

    public string Headline => Coverage.Article!.Draft.Headline;
}

/// <summary>One entry at the desk.</summary>
public sealed record EntryPage(Entry Entry, EntryForm Form, Staffer Me)
{
    public IReadOnlyList<Choice> Authors { get; init; } = [];

    public IReadOnlyList<AuditEntry> History { get; init; } = [];

    public string? Problem { get; init; }

    /// <summary>What the entry says by now, where that is not what was typed upon.</summary>
    public bool IsStale { get; init; }

    public string Address => LiveDeskPages.AddressOf(Entry);
}

/// <summary>A coverage in the list of all.</summary>
public sealed record LiveRow(int StoryId, string Headline, DateTime StartedUtc, DateTime? ClosedUtc, int Waiting);

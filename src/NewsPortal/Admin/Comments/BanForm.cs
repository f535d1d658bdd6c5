using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>What banning the writer of a comment sends.</summary>
public sealed record BanForm
{
    /// <summary>For how many days it may be.</summary>
    public static readonly IReadOnlyList<int> Lengths = [1, 7, 30, 365];

    public int CommentId { get; init; }

    public BanKind? Kind { get; init; }

    public int Days { get; init; } = Lengths[1];

    public string? Reason { get; init; }
}

/// <summary>The form with which the writer of a comment is banned.</summary>
/// <param name="Kinds">By what they can be known again.</param>
public sealed record BanPage(int CommentId, string Name, IReadOnlyList<BanKind> Kinds, BanForm Form)
{
    /// <summary>When the paper forgets the network, and with it who is banned by it.</summary>
    public DateTime NetworkEndUtc { get; init; }

    /// <summary>Why they were not banned.</summary>
    public string? Problem { get; init; }
}

/// <summary>One page of the bans that hold, those that end first first.</summary>
public sealed record BansPage(IReadOnlyList<Ban> Rows, bool HasMore)
{
    public Cursor? Next => HasMore ? new Cursor(Rows[^1].UntilUtc, Rows[^1].Id) : null;
}

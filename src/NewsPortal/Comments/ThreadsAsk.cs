using System.Globalization;

namespace NewsPortal.Comments;

/// <summary>Which threads come first.</summary>
public enum CommentOrder
{
    Oldest,
    Newest,

    /// <summary>Those with the most approved answers.</summary>
    Replied,
}

/// <summary>Which page of a story's comments is asked for.</summary>
public sealed record ThreadsAsk
{
    public static readonly ThreadsAsk First = new();

    public CommentOrder Order { get; init; }

    /// <summary>Where the page before ended: see <see cref="ThreadPlace"/>.</summary>
    public string? After { get; init; }

    /// <summary>One thread alone, by the comment that began it.</summary>
    public int? Thread { get; init; }

    /// <summary>Nothing in it is of another's making.</summary>
    public bool IsReadable => Enum.IsDefined(Order) && (After is null || Place is not null);

    public ThreadPlace? Place => ThreadPlace.Parse(After);

    /// <summary>From the beginning, in another order.</summary>
    public string AddressUnder(string storyUrl, CommentOrder order) => (this with { Order = order, After = null, Thread = null }).AddressUnder(storyUrl);

    public string AddressUnder(string storyUrl) => storyUrl + "/comments" + QueryString.Create(new (string Name, string? Value)[]
    {
        ("order", Order == CommentOrder.Oldest ? null : Order.ToString()),
        ("thread", Thread?.ToString(CultureInfo.InvariantCulture)),
        ("after", After),
    }.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value)));
}

/// <summary>Where a page of threads ends. It stays where it is however much is added.</summary>
/// <param name="Rank">What they are ordered by: ticks of the time, or how many answers.</param>
/// <param name="Id">The comment's.</param>
public readonly record struct ThreadPlace(long Rank, int Id)
{
    public DateTime Utc => new(Rank, DateTimeKind.Utc);

    /// <returns>Null when the text is no place of ours.</returns>
    public static ThreadPlace? Parse(string? text) => Cursor.Parse(text) is { } cursor ? new ThreadPlace(cursor.Utc.Ticks, cursor.Id) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}-{Id}");
}

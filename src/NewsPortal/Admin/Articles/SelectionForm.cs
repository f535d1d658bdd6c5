using System.Globalization;

namespace NewsPortal.Admin.Articles;

public enum SelectionMove
{
    Publish,
    Return,
    Section,
    Withdraw,
}

/// <summary>What is to be done with the stories that were picked in the list.</summary>
public sealed record SelectionForm
{
    public const int Most = 100;

    public SelectionMove Move { get; init; }

    /// <summary>Stories with the version that was seen: <c>42.7</c>.</summary>
    public List<string> Pick { get; init; } = [];

    /// <summary>For whoever gets them back.</summary>
    public string? Note { get; init; }

    /// <summary>For readers of what is withdrawn; or why nobody else has read what is published.</summary>
    public string? Reason { get; init; }

    public int? Section { get; init; }

    /// <summary>The list that it was picked in.</summary>
    public string? Back { get; init; }

    public string List => Back is { } back && (back == "/admin/articles" || back.StartsWith("/admin/articles?", StringComparison.Ordinal)) ? back : "/admin/articles";

    public IEnumerable<(int Id, int Version)> Picked()
    {
        foreach (var pick in Pick.Take(Most))
        {
            if (pick?.Split('.') is [var id, var version]
                && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var story)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
            {
                yield return (story, seen);
            }
        }
    }
}

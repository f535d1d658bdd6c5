using System.Globalization;

namespace NewsPortal.Live;

/// <summary>What of a coverage is asked for, as it stands in the address.</summary>
public sealed record LiveAsk(string? Before, string? From, string? Key, string? Entry)
{
    /// <summary>With its question mark; empty when nothing is asked for.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { ("before", Before), ("from", From), ("key", Key), ("entry", Entry) }
                .Where(part => !string.IsNullOrEmpty(part.Item2)).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2!)}");
            var query = string.Join('&', parts);
            return query.Length == 0 ? "" : "?" + query;
        }
    }
}

/// <summary>
/// Which entries of a coverage a page shows: the newest; those sent before a place; those from a place on, oldest first; or
/// those from one entry back. Of all, or of the key events only.
/// </summary>
public sealed class LiveTurn
{
    private const string First = "first";

    public LiveTurn(LiveAsk ask)
    {
        (Before, Entry) = (Number(ask.Before), Number(ask.Entry));
        From = ask.From == First ? 1 : Number(ask.From);
        IsKeyOnly = ask.Key == "1";
        string?[] places = [ask.Before, ask.From, ask.Entry];
        var asked = places.Count(place => !string.IsNullOrEmpty(place));
        IsReadable = asked == new[] { Before, From, Entry }.Count(place => place is not null) && asked <= 1
            && (string.IsNullOrEmpty(ask.Key) || (IsKeyOnly && Entry is null));
        IsFirst = asked == 0;
    }

    public int? Before { get; }

    public int? From { get; }

    public int? Entry { get; }

    public bool IsKeyOnly { get; }

    /// <summary>Nothing asks for a place.</summary>
    public bool IsFirst { get; }

    /// <summary>The story as it opens: with its key points, the pinned entry and the newest.</summary>
    public bool IsFront => IsFirst && !IsKeyOnly;

    public bool IsOldestFirst => From is not null;

    /// <summary>False where what is asked for is nothing that a link of ours says.</summary>
    public bool IsReadable { get; }

    private static int? Number(string? text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}

using System.Globalization;

namespace NewsPortal.Shared;

/// <summary>
/// A place in a list that is ordered newest first by time, then id. It is written into addresses as
/// <c>{ticks}-{id}</c> and stays where it is however much is added above it.
/// </summary>
public readonly record struct Cursor(DateTime Utc, int Id)
{
    /// <returns>Null when the text is not a cursor of ours: garbage, negative, beyond the calendar.</returns>
    public static Cursor? Parse(string? text)
    {
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
            && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new Cursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Utc.Ticks}-{Id}");
}

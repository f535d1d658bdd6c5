using System.Globalization;

namespace NewsPortal.Admin.Comments;

/// <summary>Arrivals and decisions by hour as two lines, in the coordinates of a drawing.</summary>
public sealed record ServiceChart
{
    public const int Width = 800;
    public const int Height = 240;
    public const int Left = 48;

    private const int Top = 12;
    private const int Bottom = Height - 28;
    private const int Lines = 4;
    private const int NamedEvery = 4;

    private ServiceChart(IReadOnlyList<HourOfService> hours)
    {
        var most = RoundUp(hours.Max(hour => Math.Max(hour.Arrived, hour.Decided)));
        Grid = [.. Enumerable.Range(0, Lines + 1).Select(step => (Y(most / Lines * step, most), most / Lines * step))];
        Arrived = Points(hours, hour => hour.Arrived, most);
        Decided = Points(hours, hour => hour.Decided, most);
        Hours = [.. hours.Select((hour, at) => (X(at, hours.Count), hour.Utc)).Where((_, at) => at % NamedEvery == 0 && at > 0)];
    }

    public IReadOnlyList<(int Y, int Value)> Grid { get; }

    public string Arrived { get; }

    public string Decided { get; }

    public IReadOnlyList<(int X, DateTime Utc)> Hours { get; }

    public static ServiceChart Of(IReadOnlyList<HourOfService> hours) => new(hours);

    // The least of 4, 8, 20, 40, 80, 200 ... that is not below: a quarter of it is whole.
    private static int RoundUp(int most)
    {
        var unit = Lines;
        while (unit * 5 < most)
        {
            unit *= 10;
        }

        return unit >= most ? unit : unit * 2 >= most ? unit * 2 : unit * 5;
    }

    private static string Points(IReadOnlyList<HourOfService> hours, Func<HourOfService, int> value, int most)
        => string.Join(' ', hours.Select((hour, at) => string.Create(CultureInfo.InvariantCulture, $"{X(at, hours.Count)},{Y(value(hour), most)}")));

    private static int X(int at, int count) => Left + ((Width - Left - 8) * at / Math.Max(1, count - 1));

    private static int Y(int value, int most) => Bottom - (int)((Bottom - Top) * (long)value / most);
}

/// <param name="Utc">When the hour began.</param>
public sealed record HourOfService(DateTime Utc, int Arrived, int Decided);

using System.Globalization;
using NewsPortal.Hosting;

namespace NewsPortal.Breaking;

/// <summary>How much "Last minute" the paper bears (<c>Breaking:*</c>).</summary>
/// <param name="MostOnAir">How many flashes stand on the pages at once.</param>
public sealed record BreakingSettings(int MostOnAir)
{
    private const int Usual = 3;
    private const int Bearable = 10;

    /// <exception cref="StartUpException">A setting has no meaning.</exception>
    public static BreakingSettings Read(IConfiguration configuration) => configuration["Breaking:MostOnAir"] is { Length: > 0 } text
        ? new(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= Bearable
            ? most
            : throw new StartUpException($"Breaking:MostOnAir is \"{text}\": set it to a whole number from 1 to {Bearable}, or leave it out for {Usual}."))
        : new(Usual);
}

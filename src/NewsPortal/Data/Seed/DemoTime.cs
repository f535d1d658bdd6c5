using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Data.Seed;

/// <summary>Times of the demo paper are told from the moment it is filled, so that its news is always of today: <c>-1d4h</c>, <c>+25m</c>.</summary>
internal static partial class DemoTime
{
    public static TimeSpan Parse(string text)
    {
        var parts = Form().Match(text);
        if (!parts.Success)
        {
            throw new FormatException($"'{text}' is no demo time; write it as -1d4h, -35m or +25m.");
        }

        var span = new TimeSpan(Number("d"), Number("h"), Number("m"), 0);
        return parts.Groups["sign"].Value == "-" ? -span : span;

        int Number(string unit) => parts.Groups[unit].Success ? int.Parse(parts.Groups[unit].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^(?<sign>[+-])((?<d>\d+)d)?((?<h>\d+)h)?((?<m>\d+)m)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Globalization;

namespace NewsPortal.Import;

internal static class FreeSlug
{
    /// <summary>The slug itself, or with the first number that nobody has.</summary>
    public static async Task<string> OfAsync(string wanted, int longest, Func<string, Task<bool>> isTaken)
    {
        var free = wanted;
        for (var number = 2; await isTaken(free); number++)
        {
            var end = string.Create(CultureInfo.InvariantCulture, $"-{number}");
            free = wanted[..Math.Min(wanted.Length, longest - end.Length)].TrimEnd('-') + end;
        }

        return free;
    }
}

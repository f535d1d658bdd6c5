using System.Globalization;

namespace NewsPortal.Import;

/// <summary>A line about how far an import is, at most one a second, for whoever waits for it.</summary>
public sealed class ImportProgress(TextWriter to, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private long last = clock.GetTimestamp();

    /// <param name="doing">"Reading".</param>
    /// <param name="items">So many items.</param>
    /// <param name="done">Of <paramref name="all"/>, in whatever they are counted.</param>
    /// <param name="all">When everything is done.</param>
    public void Tell(string doing, int items, long done, long all)
    {
        if (clock.GetElapsedTime(last) < Pause || all == 0)
        {
            return;
        }

        last = clock.GetTimestamp();
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{doing}: {items:N0} items, {100 * done / all} %"));
    }
}

using System.Globalization;
using Microsoft.Extensions.Primitives;
using NewsPortal.Changes;

namespace NewsPortal.PageCache;

/// <summary>
/// Up to which change an answer is true, as its <c>Server-Timing</c> says: a page asks for what came after that, and no
/// byte of it depends on the number. A script can read this header of the page that it runs in, and no other.
/// </summary>
internal sealed class ChangeMark(RecentChanges recent)
{
    public const string Header = "Server-Timing";

    private volatile Said said = new(-1);

    /// <summary>Formatted once for all answers between two changes.</summary>
    public StringValues Now
    {
        get
        {
            var (known, applied) = (said, recent.Applied);
            if (known.Seq != applied)
            {
                said = known = new Said(applied);
            }

            return known.Text;
        }
    }

    private sealed class Said(long seq)
    {
        public long Seq => seq;

        public string Text { get; } = string.Create(CultureInfo.InvariantCulture, $"changes;desc=\"{seq}\"");
    }
}

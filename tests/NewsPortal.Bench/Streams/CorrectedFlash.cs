using System.Globalization;
using NewsPortal.Bench.PageCache;

namespace NewsPortal.Bench.Streams;

/// <summary>A flash that is on air and whose words are changed again and again, and when that was committed.</summary>
internal sealed class CorrectedFlash(Editor editor, Watched newsroom)
{
    private int corrections;

    /// <summary>The last time, in ticks of the monotonic clock.</summary>
    public long Committed { get; private set; }

    public Task RaiseAsync() => editor.RaiseFlashAsync("The harbour bridge is shut");

    public async Task CorrectAsync()
    {
        corrections++;
        await editor.CorrectFlashAsync(string.Create(CultureInfo.InvariantCulture, $"The harbour bridge is shut, says the harbour master for the {corrections}. time this evening"));
        Committed = newsroom.Read().Told;
    }
}

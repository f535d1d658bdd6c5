using System.Diagnostics;

namespace NewsPortal.Tests.Support;

/// <summary>What becomes true behind the requests: other editions of pages are made in the background.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task IsAsync(Func<Task<bool>> isSo)
    {
        for (var clock = Stopwatch.StartNew(); !await isSo(); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.True(clock.Elapsed < Patience, "it never became so");
        }
    }
}

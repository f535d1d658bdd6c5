using System.Diagnostics;
using NewsPortal.Hosting;

namespace NewsPortal.Data;

/// <summary>
/// Held by the one process that migrates a SQLite file. It is a lock of the operating system on a file beside the
/// database, so a killed process lets go of it. The file itself stays: deleting it would let two in.
/// </summary>
internal sealed class MigrationLock : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly FileStream file;

    private MigrationLock(FileStream file) => this.file = file;

    /// <exception cref="StartUpException">Another process has held it for minutes.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be made.</exception>
    public static async Task<MigrationLock> TakeAsync(string database, ILogger log, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        var told = false;
        while (true)
        {
            if (Try(database + ".lock") is { } taken)
            {
                return taken;
            }

            if (waited.Elapsed > Longest)
            {
                throw new StartUpException($"Another process has been preparing {database} for minutes: let it finish or end it, then start again.");
            }

            if (!told)
            {
                log.LogInformation("Another process is preparing {Database}; waiting for it", database);
                told = true;
            }

            await Task.Delay(Between, cancel);
        }
    }

    public void Dispose() => file.Dispose();

    private static MigrationLock? Try(string path)
    {
        try
        {
            return new MigrationLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException held) when (held.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows)
        {
            return null;
        }
    }
}

namespace NewsPortal.Media;

internal static class AtomicFile
{
    private const string Unfinished = ".tmp";

    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>
    /// The path holds all of the bytes or is not there, also after a power cut; whoever comes second replaces like with like.
    /// </summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(bytes);
                file.Flush(flushToDisk: true);
            }

            SweepBeside(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    /// <summary>A process that was killed while it wrote left its half behind.</summary>
    private static void SweepBeside(string fresh)
    {
        var now = File.GetLastWriteTimeUtc(fresh);
        var folder = new DirectoryInfo(Path.GetDirectoryName(fresh)!);
        foreach (var left in folder.EnumerateFiles("*" + Unfinished).Where(file => now - file.LastWriteTimeUtc > Abandoned))
        {
            left.Delete();
        }
    }
}

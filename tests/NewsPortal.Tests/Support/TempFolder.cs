namespace NewsPortal.Tests.Support;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public string Path { get; } = Directory.CreateTempSubdirectory("newsportal-").FullName;

    public void Dispose() => Delete(Path);

    /// <summary>With all that is in it. A request that is still ending may write a file while it goes.</summary>
    public static void Delete(string folder)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (left > 0 && Directory.Exists(folder))
            {
                Thread.Sleep(Pause);
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
        }
    }
}

namespace NewsPortal.Tests.Support;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newsportal-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

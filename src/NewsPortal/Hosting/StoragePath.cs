namespace NewsPortal.Hosting;

/// <summary>
/// The folder under which everything a run writes is kept: <c>Storage:Path</c>, else <c>data</c> in the content root, or
/// at the top of the repository when run from the sources.
/// </summary>
public sealed class StoragePath(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Absolute.</summary>
    public string Root { get; } = Path.GetFullPath(
        configuration["Storage:Path"] is { Length: > 0 } path ? path : Default(environment.ContentRootPath), environment.ContentRootPath);

    public string Combine(params string[] parts) => Path.Combine([Root, .. parts]);

    // Beside the rooms it would be one with the room Data wherever file names ignore case.
    private static string Default(string contentRoot)
        => File.Exists(Path.Combine(contentRoot, "NewsPortal.csproj")) ? Path.Combine("..", "..", "data") : "data";
}

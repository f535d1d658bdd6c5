namespace NewsPortal.Hosting;

/// <summary>The folder under which everything a run writes is kept: <c>Storage:Path</c>, else <c>data</c> in the content root.</summary>
public sealed class StoragePath(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Absolute.</summary>
    public string Root { get; } = Path.GetFullPath(configuration["Storage:Path"] is { Length: > 0 } path ? path : "data", environment.ContentRootPath);

    public string Combine(params string[] parts) => Path.Combine([Root, .. parts]);
}

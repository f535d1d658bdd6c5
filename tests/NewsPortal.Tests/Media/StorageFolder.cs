using Microsoft.Extensions.Hosting;
using NewsPortal.Hosting;
using NewsPortal.Media;

namespace NewsPortal.Tests.Media;

/// <summary>A storage folder of its own for one test.</summary>
internal sealed class StorageFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsportal-media-");

    public StorageFolder()
    {
        var place = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder.FullName });
        Path = new StoragePath(place.Configuration, place.Environment);
        Store = new PhotoStore(Path);
    }

    public StoragePath Path { get; }

    public PhotoStore Store { get; }

    public IReadOnlyList<string> Files => [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.FullName)];

    public Task<StoredPhoto> AddAsync(byte[] file) => Store.AddAsync(new MemoryStream(file), TestContext.Current.CancellationToken);

    public byte[] Kept(StoredPhoto photo) => File.ReadAllBytes(Store.PathOf(photo.Hash));

    public void Dispose()
    {
        Store.Dispose();
        folder.Delete(recursive: true);
    }
}

using System.Collections.Concurrent;

namespace NewsPortal.BrowserTests.Support;

/// <summary>Editions in which nobody else raises a flash: there are few places on air.</summary>
public sealed class FlashEditions : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-flashes-").FullName;
    private readonly ConcurrentDictionary<Language, Lazy<Task<Edition>>> editions = new();

    public Task<Edition> EditionAsync(Language language) => editions.GetOrAdd(language, _ => new(() => language == Language.Turkish
        ? Edition.StartAsync(folder, "tr-TR", "Europe/Istanbul", forWriters: true)
        : Edition.StartAsync(folder, "en-GB", "Europe/London", forWriters: true))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var edition in editions.Values)
        {
            await (await edition.Value).DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }
}

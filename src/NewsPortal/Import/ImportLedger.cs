using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Import;

/// <summary>What the things of one old site became here.</summary>
public sealed class ImportLedger(NewsDb db)
{
    private const int KeyLength = 300;

    /// <summary>The old site, as <see cref="ImportedItem.Source"/> has it.</summary>
    public string Source { get; set; } = "";

    public async Task<int?> FindAsync(string kind, string key, CancellationToken cancel)
        => (await FindAsync(kind, [key], cancel)).TryGetValue(key, out var id) ? id : null;

    /// <returns>Ids here by key there, of those that were imported.</returns>
    public async Task<Dictionary<string, int>> FindAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var found = db.ImportedItems.Local.Where(item => item.Kind == kind && keys.Contains(item.Key)).ToDictionary(item => item.Key, item => item.LocalId, StringComparer.Ordinal);
        var asked = keys.Where(key => key.Length <= KeyLength && !found.ContainsKey(key)).Distinct(StringComparer.Ordinal).ToList();
        if (asked.Count > 0)
        {
            var stored = await db.ImportedItems.AsNoTracking()
                .Where(item => item.Source == Source && item.Kind == kind && asked.Contains(item.Key))
                .Select(item => new { item.Key, item.LocalId }).ToListAsync(cancel);
            stored.ForEach(item => found[item.Key] = item.LocalId);
        }

        return found;
    }

    /// <summary>Ids here of the keys that begin with <paramref name="prefix"/>, in the order of the keys.</summary>
    public async Task<List<int>> FindByPrefixAsync(string kind, string prefix, CancellationToken cancel)
        => await db.ImportedItems.AsNoTracking()
            .Where(item => item.Source == Source && item.Kind == kind && item.Key.StartsWith(prefix))
            .OrderBy(item => item.Key).Select(item => item.LocalId).ToListAsync(cancel);

    /// <summary>To be saved with what it tells of. The first to claim a key keeps it.</summary>
    public async Task RememberAsync(string kind, string key, int localId, CancellationToken cancel)
    {
        if (key.Length is > 0 and <= KeyLength && await FindAsync(kind, key, cancel) is null)
        {
            db.ImportedItems.Add(new ImportedItem { Source = Source, Kind = kind, Key = key, LocalId = localId });
        }
    }
}

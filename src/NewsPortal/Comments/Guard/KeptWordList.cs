using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>The paper's listed words, made ready once for all comments until the list is changed, here or by another instance.</summary>
public sealed class KeptWordList
{
    // Words are added and removed and never changed, and a number is given once: so many up to that number are one list.
    private sealed record Kept(int Count, int Newest, WordList Words);

    private volatile Kept? kept;

    public async Task<WordList> ReadAsync(NewsDb db, CancellationToken cancel)
    {
        var (count, newest) = await db.ListedWords.GroupBy(_ => true).Select(all => ValueTuple.Create(all.Count(), all.Max(word => word.Id))).FirstOrDefaultAsync(cancel);
        if (kept is { } known && known.Count == count && known.Newest == newest)
        {
            return known.Words;
        }

        var listed = await db.ListedWords.AsNoTracking().OrderBy(word => word.Id).ToListAsync(cancel);
        var words = new WordList(listed.Select(word => word.Text));
        kept = new Kept(listed.Count, listed is [.., var last] ? last.Id : 0, words);
        return words;
    }
}

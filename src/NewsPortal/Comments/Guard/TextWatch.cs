using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>What was found in a comment's words before it is kept.</summary>
/// <param name="Print">See <see cref="SimHash"/>.</param>
/// <param name="Hits">Words of the paper's list.</param>
/// <param name="Known">What others said of late.</param>
/// <param name="Spam">See <see cref="SpamWatch"/>.</param>
public sealed record ReadText(long Print, IReadOnlyList<WordHit> Hits, IReadOnlyList<KnownPrint> Known, string? Spam);

/// <summary>What a comment says, whoever says it.</summary>
public sealed class TextWatch(NewsDb db, RepeatWatch repeats, SpamWatch spam, KeptWordList list)
{
    // Whoever repeats one a thousand times is held for it as well as whoever does so once.
    private const int MostHits = 20;

    /// <summary>Needs no write.</summary>
    public async Task<ReadText> ReadAsync(string body, DateTime now, CancellationToken cancel)
    {
        var print = SimHash.Of(body);
        var hits = (await list.ReadAsync(db, cancel)).Find(body);
        return new ReadText(print, hits, await repeats.ReadAsync(print, now, cancel), await spam.LookAsync(body, cancel));
    }

    /// <summary>Holds the comment for each thing that speaks for it. Inside a write.</summary>
    public async Task WeighAsync(Comment comment, ReadText text, DateTime now, CancellationToken cancel)
    {
        foreach (var hit in text.Hits.Take(MostHits))
        {
            comment.HoldFor(HoldKind.WordList, hit.Listed, hit.Start, hit.Length);
        }

        if (text.Spam is { } found)
        {
            comment.HoldFor(HoldKind.Bayes, found);
        }

        await repeats.LookAsync(comment, text.Print, text.Known, now, cancel);
    }
}

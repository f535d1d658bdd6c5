using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

/// <summary>Notices that a comment is made of the words of comments that moderators called spam.</summary>
public sealed class SpamWatch(NewsDb db, GuardSettings settings)
{
    /// <returns>How likely it is and by which words, for moderators to see; null where it is no reason to wait.</returns>
    public async Task<string?> LookAsync(string body, CancellationToken cancel)
    {
        var said = SpamWords.Of(body);
        long[] hashes = [SpamWord.Every, .. said.Keys];
        var seen = await db.SpamWords.AsNoTracking().Where(word => hashes.Contains(word.Hash)).ToListAsync(cancel);
        return seen.Find(word => word.Hash == SpamWord.Every) is { } all
            && BayesScore.Of(seen.Where(word => word != all), all) is { } score && score.Probability >= settings.SpamAbove
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(score.Probability * 100)} %: {string.Join(", ", score.Telling.Select(hash => said[hash]))}")
            : null;
    }
}

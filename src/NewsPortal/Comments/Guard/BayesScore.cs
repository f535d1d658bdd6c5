namespace NewsPortal.Comments.Guard;

/// <summary>How probable it is that a comment is spam.</summary>
/// <param name="Probability">From 0 to 1.</param>
/// <param name="Telling">The words that say so most, the strongest first.</param>
public sealed record BayesScore(double Probability, IReadOnlyList<long> Telling)
{
    /// <summary>Of fewer decided comments of each kind nothing can be said.</summary>
    public const int Enough = 20;

    private const int MostTelling = 60;
    private const int MostShown = 5;

    // A word that was never seen is as likely in either; what is known weighs against that as one sighting.
    private const double Unseen = 0.5;
    private const double Strength = 1;
    private const double LeastTelling = 0.1;

    /// <summary>
    /// Combines what each word says by Fisher's method (G. Robinson, "A Statistical Approach to the Spam Problem",
    /// Linux Journal 107, 2003).
    /// </summary>
    /// <param name="words">The counts of those of the comment's words that were ever seen.</param>
    /// <param name="all">The counts of all that was learned.</param>
    /// <returns>Null while too little was learned.</returns>
    public static BayesScore? Of(IEnumerable<SpamWord> words, SpamWord all)
    {
        if (all.Spam < Enough || all.Honest < Enough)
        {
            return null;
        }

        var telling = words.Select(word => (word.Hash, Odds: OddsOf(word, all))).Where(word => Math.Abs(word.Odds - Unseen) >= LeastTelling)
            .OrderByDescending(word => Math.Abs(word.Odds - Unseen)).ThenBy(word => word.Hash).Take(MostTelling).ToList();
        var spam = 1 - ByChance(-2 * telling.Sum(word => Math.Log(1 - word.Odds)), telling.Count);
        var honest = 1 - ByChance(-2 * telling.Sum(word => Math.Log(word.Odds)), telling.Count);
        return new BayesScore((1 + spam - honest) / 2, [.. telling.Where(word => word.Odds > Unseen).Take(MostShown).Select(word => word.Hash)]);
    }

    private static double OddsOf(SpamWord word, SpamWord all)
    {
        var (inSpam, inHonest) = ((double)word.Spam / all.Spam, (double)word.Honest / all.Honest);
        var seen = word.Spam + word.Honest;
        return seen == 0 ? Unseen : (Strength * Unseen + seen * (inSpam / (inSpam + inHonest))) / (Strength + seen);
    }

    // The chi-square distribution with two degrees of freedom for each word: how probable so large a sum is by chance.
    private static double ByChance(double sum, int words)
    {
        var (half, term) = (sum / 2, Math.Exp(-sum / 2));
        var total = term;
        for (var at = 1; at < words; at++)
        {
            term *= half / at;
            total += term;
        }

        return words == 0 ? 1 : Math.Min(total, 1);
    }
}

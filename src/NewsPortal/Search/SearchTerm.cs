namespace NewsPortal.Search;

/// <summary>One thing that a reader looks for, or does not want to see.</summary>
/// <param name="Folded">One word or several, as <see cref="Fold.Of"/> gives them.</param>
/// <param name="IsQuoted">Put in quotation marks: exactly these words and not longer ones.</param>
/// <param name="IsExcluded">Marked by a minus.</param>
public sealed record SearchTerm(string Folded, bool IsQuoted = false, bool IsExcluded = false)
{
    // Hebrew is the first script that writes "and", "the" or "in" together with the word; further east there are no
    // spaces at all. There a word is looked for inside others too.
    private const char FirstOfJoinedScripts = '\u0590';

    /// <summary>What a <see cref="SearchText"/> holds when the term occurs in it.</summary>
    public string Needle => IsQuoted ? $" {Folded} " : StandsAlone ? $" {Folded}" : Folded;

    private bool StandsAlone => Folded[0] < FirstOfJoinedScripts;
}

namespace NewsPortal.Comments;

/// <summary>What readers type in several lines: kept as typed, with one kind of line ending and nothing that cannot be seen.</summary>
internal static class TypedText
{
    /// <param name="typed">As it was sent.</param>
    /// <param name="most">Characters.</param>
    /// <param name="missing">What is told whoever typed nothing.</param>
    /// <exception cref="RefusedException">It is nothing, too much, or what cannot be seen.</exception>
    public static string Read(string? typed, int most, string missing)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        UnseenCharacters.Refuse(text, mayBreak: true);
        return text.Length == 0 ? throw new RefusedException(missing)
            : text.Length > most ? throw new RefusedException("That is too long: at most {0} characters.", most)
            : text;
    }
}

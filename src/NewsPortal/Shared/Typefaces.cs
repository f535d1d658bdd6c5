namespace NewsPortal.Shared;

/// <summary>
/// The faces that a page opens with. A typeface that comes late is kept for the next page (<c>font-display: optional</c>),
/// because one that is changed under the reader's eyes moves lines; so those that every page needs are hurried, and the
/// letters of one language do not come from two typefaces.
/// </summary>
internal static class Typefaces
{
    private static readonly string[] Latin = ["newsreader-display-latin", "newsreader-text-latin"];
    private static readonly string[] Turkish = [.. Latin, "newsreader-display-turkish", "newsreader-text-turkish"];

    /// <param name="language">See <see cref="Site.Language"/>.</param>
    public static IReadOnlyList<string> Opening(string language) => language == "tr" ? Turkish : Latin;
}

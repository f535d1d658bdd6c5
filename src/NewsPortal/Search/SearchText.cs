namespace NewsPortal.Search;

/// <summary>
/// What is kept of a story to be searched: folded headline, standfirst and body. A space stands before and after every
/// word, so that a search can ask for the beginning of one; a line ends where no phrase reaches across.
/// </summary>
public static class SearchText
{
    /// <param name="foldedBody">The body's words after <see cref="Fold.Of"/>.</param>
    public static string Of(string headline, string? standfirst, string foldedBody)
        => $" {Fold.Of(headline)} \n {Fold.Of(standfirst ?? "")} \n {foldedBody} ";
}

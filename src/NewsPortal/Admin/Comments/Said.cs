using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>What the desk says of a move that was just made.</summary>
public static class Said
{
    private const int Length = 60;

    public static string Of(Words words, CommentState verdict, int count, string text) => count == 1
        ? words["{0}: “{1}”", words[$"comment.{verdict}"], text.Length > Length ? text[..Length] + "…" : text]
        : words.Count($"did.{verdict}", count);
}

using NewsPortal.Accounts;

namespace NewsPortal.Comments.Guard;

/// <summary>A word or phrase that makes a comment wait. What ends in an asterisk is the beginning of words.</summary>
public class ListedWord
{
    public const int TextLength = 80;
    public const int NoteLength = 200;

    /// <summary>So many are read with each comment.</summary>
    public const int Most = 5000;

    private ListedWord()
    {
    }

    public int Id { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Why it is on the list, for colleagues.</summary>
    public string? Note { get; private set; }

    public string By { get; private set; } = "";

    public int? ById { get; private set; }

    public DateTime AddedUtc { get; private set; }

    /// <exception cref="RefusedException">There is no word in it, or it would be found in nearly everything.</exception>
    public static ListedWord Add(string? text, string? note, Signature by, DateTime now)
    {
        var typed = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (typed.Length > TextLength)
        {
            throw new RefusedException("That is too long: at most {0} characters.", TextLength);
        }

        if (WordPattern.Of(typed).Length < WordPattern.Least)
        {
            throw new RefusedException("Write a word of at least {0} letters.", WordPattern.Least);
        }

        var kept = note?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, NoteLength)] : null;
        return new ListedWord { Text = typed, Note = kept, By = by.Name, ById = by.AccountId, AddedUtc = now };
    }
}

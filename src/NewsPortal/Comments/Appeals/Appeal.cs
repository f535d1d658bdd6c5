namespace NewsPortal.Comments.Appeals;

/// <summary>A writer's own words against the verdict on their comment. There is one for each comment, whatever became of it.</summary>
public class Appeal
{
    public const int MostCharacters = 1000;

    private Appeal()
    {
    }

    public int Id { get; private set; }

    public int CommentId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime AtUtc { get; private set; }

    /// <exception cref="RefusedException">Nothing is said, too much, or what cannot be seen.</exception>
    public static Appeal Of(string? typed, DateTime now)
        => new() { Text = TypedText.Read(typed, MostCharacters, "Say why somebody should look again."), AtUtc = now };
}

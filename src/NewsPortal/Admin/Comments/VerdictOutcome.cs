namespace NewsPortal.Admin.Comments;

/// <summary>What became of the comments that one form was about.</summary>
public sealed class VerdictOutcome(Guid batch)
{
    private readonly List<CommentMark> marks = [];
    private readonly List<string> problems = [];

    public Guid Batch => batch;

    public int Done { get; private set; }

    /// <summary>The comments as they are now.</summary>
    public IReadOnlyList<CommentMark> Marks => marks;

    /// <summary>Why some are not what they were to become.</summary>
    public IReadOnlyList<string> Problems => problems;

    internal void Add(string? problem, CommentMark? mark)
    {
        if (mark is not null)
        {
            marks.Add(mark);
        }

        if (problem is null)
        {
            Done++;
        }
        else
        {
            problems.Add(problem);
        }
    }
}

/// <summary>How a row of an open list is to be drawn from now on.</summary>
/// <param name="State">The shape; null when it waits again.</param>
public sealed record CommentMark(int Id, int Version, string? State, string Words);

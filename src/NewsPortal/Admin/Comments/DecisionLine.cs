using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>A decision as a list prints it.</summary>
public sealed record DecisionLine(long Id, int CommentId, DateTime AtUtc, string By, int? ById, CommentState Verdict, RejectionReason? Reason, string? Note, DecisionRule? Rule, DateTime? UndoneUtc)
{
    public string Name { get; init; } = "";

    public string Excerpt { get; init; } = "";
}

public static class DecisionLines
{
    private const int Excerpt = 120;

    public static IQueryable<DecisionLine> AsLines(this IQueryable<Decision> decisions) => decisions.Select(d => new DecisionLine(
        d.Id, d.CommentId, d.AtUtc, d.By, d.ById, d.Verdict, d.Reason, d.Note, d.Rule, d.UndoneUtc)
    {
        Name = d.Comment!.Name,
        Excerpt = d.Comment.Body.Length > Excerpt ? d.Comment.Body.Substring(0, Excerpt) : d.Comment.Body,
    });
}

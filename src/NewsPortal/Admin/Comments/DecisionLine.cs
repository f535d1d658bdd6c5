using NewsPortal.Comments;

namespace NewsPortal.Admin.Comments;

/// <summary>A decision as a list prints it.</summary>
public sealed record DecisionLine(long Id, int CommentId, DateTime AtUtc, string By, int? ById, CommentState Verdict, RejectionReason? Reason, string? Note, DecisionRule? Rule, DateTime? UndoneUtc)
{
    /// <summary>For whoever wrote the comment.</summary>
    public string? WriterNote { get; init; }

    /// <summary>What its writer said against the decision before, where this is their appeal.</summary>
    public string? Appeal { get; init; }

    public bool IsAppeal => Rule == DecisionRule.Appeal;

    public string Name { get; init; } = "";

    /// <summary>Of the comment's text, a character more than is printed.</summary>
    public string Beginning { get; init; } = "";

    public string Excerpt => Beginning.Length > DecisionLines.Excerpt ? Beginning[..DecisionLines.Excerpt] + "…" : Beginning;
}

public static class DecisionLines
{
    internal const int Excerpt = 120;

    public static IQueryable<DecisionLine> AsLines(this IQueryable<Decision> decisions) => decisions.Select(d => new DecisionLine(
        d.Id, d.CommentId, d.AtUtc, d.By, d.ById, d.Verdict, d.Reason, d.Note, d.Rule, d.UndoneUtc)
    {
        WriterNote = d.WriterNote,
        Appeal = d.Rule == DecisionRule.Appeal ? d.Comment!.Appeals.Select(a => a.Text).FirstOrDefault() : null,
        Name = d.Comment!.Name,
        Beginning = d.Comment.Body.Length > Excerpt ? d.Comment.Body.Substring(0, Excerpt + 1) : d.Comment.Body,
    });
}

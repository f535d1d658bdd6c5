using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Looks at what would become of picked comments. Nothing is written.</summary>
public sealed class PickedComments(NewsDb db, CommentMoves moves)
{
    public async Task<IReadOnlyList<SelectedComment>> PreviewAsync(SelectionForm form, Staffer me, CancellationToken cancel)
    {
        var seen = form.Picked().DistinctBy(pick => pick.Id).ToDictionary(pick => pick.Id, pick => pick.Version);
        var ids = seen.Keys.ToList();
        var found = db.Comments.AsNoTracking().RuledBy(me).Where(c => ids.Contains(c.Id)).OrderBy(c => c.PostedUtc).ThenBy(c => c.Id);
        var headlines = await found.Select(c => new { c.Id, c.Article!.Headline }).ToDictionaryAsync(c => c.Id, c => c.Headline, cancel);
        var picked = new List<SelectedComment>();
        foreach (var row in await found.AsRows().ToListAsync(cancel))
        {
            picked.Add(new SelectedComment(row, headlines[row.Id], await moves.ProblemAsync(new PickedComment(row.Id, seen[row.Id]), new Ruling(form.Verdict, form.Reason), me, cancel)));
        }

        return picked;
    }
}

/// <param name="Problem">Why it would not be decided; null when it would.</param>
public sealed record SelectedComment(QueueRow Row, string Headline, string? Problem);

/// <summary>What would become of the picked comments.</summary>
public sealed record SelectionPage(SelectionForm Form, IReadOnlyList<SelectedComment> Picked)
{
    public int Possible => Picked.Count(picked => picked.Problem is null);
}

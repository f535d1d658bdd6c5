using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Comments;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>Puts the page of one comment together.</summary>
public sealed class CommentPages(NewsDb db, CaseReader cases)
{
    private const int MostLines = 100;

    /// <summary>Null when there is no such comment for this person.</summary>
    public async Task<CommentPage?> ReadAsync(int id, Staffer me, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await cases.ReadAsync(id, me, cancel) is { } found
            ? new CommentPage(found with { Back = found.Address }, await LinesAsync(id, cancel))
            : null;
    }

    /// <summary>What it says; null when there is no such comment for this person.</summary>
    public Task<string?> TextAsync(int id, Staffer me, CancellationToken cancel)
        => db.Comments.AsNoTracking().RuledBy(me).Where(c => c.Id == id).Select(c => (string?)c.Body).FirstOrDefaultAsync(cancel);

    private Task<List<DecisionLine>> LinesAsync(int id, CancellationToken cancel)
        => db.Decisions.AsNoTracking().Where(d => d.CommentId == id).OrderByDescending(d => d.Id).Take(MostLines).AsLines().ToListAsync(cancel);
}

/// <summary>One comment with all that happened to it.</summary>
public sealed record CommentPage(CommentCase Case, IReadOnlyList<DecisionLine> Lines)
{
    /// <summary>Why the last move was refused.</summary>
    public string? Problem { get; init; }

    /// <summary>An answer that could not stand.</summary>
    public string? Typed { get; init; }
}

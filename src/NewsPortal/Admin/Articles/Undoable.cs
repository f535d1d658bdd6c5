using System.Globalization;
using NewsPortal.Accounts;
using NewsPortal.Articles;

namespace NewsPortal.Admin.Articles;

/// <summary>Where a story stood before it was moved, and the version it has had since: touched again, it is left alone.</summary>
public sealed record Undoable(int Id, int Version, int? SectionId, DraftState State, int? PlanId)
{
    private IReadOnlyList<int> plans = [];

    public static Undoable Of(Article article) => new(article.Id, article.Draft.Version, article.Draft.SectionId, article.Draft.State, null)
    {
        plans = [.. article.Schedules.Select(plan => plan.Id)],
    };

    /// <summary>Written into a form, so it is signed there; it carries no text.</summary>
    public static string Write(IEnumerable<Undoable> moved) => string.Join(' ', moved.Select(one
        => string.Create(CultureInfo.InvariantCulture, $"{one.Id}.{one.Version}.{one.SectionId}.{(int)one.State}.{one.PlanId}")));

    public static IEnumerable<Undoable> Read(string written) => written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one =>
    {
        var parts = Array.ConvertAll(one.Split('.'), part => part.Length == 0 ? (int?)null : int.Parse(part, CultureInfo.InvariantCulture));
        return new Undoable(parts[0]!.Value, parts[1]!.Value, parts[2], (DraftState)parts[3]!.Value, parts[4]);
    });

    /// <summary>After the move was saved.</summary>
    public Undoable After(Article article) => this with
    {
        Version = article.Draft.Version,
        PlanId = article.Schedules.Where(plan => plan.IsOpen && !plans.Contains(plan.Id)).Select(plan => (int?)plan.Id).SingleOrDefault(),
    };

    public void PutBack(Article article, string? note, Staffer me, DateTime now)
    {
        if (PlanId is { } plan)
        {
            article.Unplan(me.Signature, plan, now);
        }

        if (SectionId is { } section && section != article.Draft.SectionId)
        {
            article.Draft.MoveTo(section, me.Signature, now);
        }

        article.Draft.Revert(State, State == DraftState.InReview ? note : null, me.Signature, now);
    }
}

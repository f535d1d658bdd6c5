using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Articles;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Search;

namespace NewsPortal.Admin.Breaking;

/// <summary>The stories that a flash may lead to: what readers can open, and what this person writes or edits.</summary>
public static class LinkableStories
{
    private const int Most = 12;

    public static IQueryable<Article> LinkableTo(this NewsDb db, Staffer me)
    {
        var open = db.Articles.OpenTo(me);
        return db.Articles.Where(a => a.Kind == ArticleKind.Story && a.State != ArticleState.Withdrawn
            && (a.State == ArticleState.Published || open.Any(mine => mine.Id == a.Id)));
    }

    /// <param name="id">As a form has sent it: garbage is no story's.</param>
    public static IQueryable<Article> LinkableTo(this NewsDb db, Staffer me, string? id)
        => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var story)
            ? db.LinkableTo(me).Where(a => a.Id == story)
            : db.Articles.Where(a => false);

    /// <summary>The chosen one, and what was found by the beginnings of words, else what changed last.</summary>
    public static async Task<IReadOnlyList<Choice>> StoriesAsync(this NewsDb db, Staffer me, string? typed, string? chosen, CancellationToken cancel)
    {
        var found = db.LinkableTo(me);
        foreach (var word in Fold.Of(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var beginning = " " + word;
            found = found.Where(a => a.Draft.FindText.Contains(beginning));
        }

        var kept = await db.LinkableTo(me, chosen).AsChoices().ToListAsync(cancel);
        return [.. kept.Concat(await found.LatestFirst().Take(Most).AsChoices().ToListAsync(cancel)).DistinctBy(story => story.Id)];
    }

    private static IQueryable<Choice> AsChoices(this IQueryable<Article> stories)
        => stories.Select(a => new Choice(a.Id, a.State == ArticleState.Published ? a.Headline : a.Draft.Headline));
}

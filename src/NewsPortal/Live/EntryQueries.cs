using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.PageCache;

namespace NewsPortal.Live;

public static class EntryQueries
{
    /// <summary>What readers of a story have.</summary>
    public static IQueryable<Entry> OnAir(this IQueryable<Entry> entries, int storyId)
        => entries.Where(e => e.ArticleId == storyId && e.State == EntryState.OnAir);

    public static IQueryable<EntryLine> AsLines(this IQueryable<Entry> entries) => entries.AsNoTracking().Select(e => new EntryLine
    {
        Id = e.Id,
        Order = e.Order,
        Headline = e.Headline,
        Html = e.Html,
        Plain = e.Plain,
        AuthorId = e.AuthorId,
        AuthorName = e.Author!.Name,
        AuthorSlug = e.Author.Slug,
        Place = e.Place,
        EventUtc = e.EventUtc,
        SentUtc = e.SentUtc!.Value,
        EditedUtc = e.EditedUtc,
        IsKey = e.IsKey,
        StoryId = e.StoryId,
        StoryUrl = e.Story != null && e.Story.State == ArticleState.Published
            ? StoryAddress.Of(e.Story.Section!.Slug, e.Story.Slug, e.Story.Id)
            : null,
    });

    /// <summary>The entries themselves, who wrote them, and where their own stories stand.</summary>
    internal static void Shows(this PageBasis basis, IEnumerable<EntryLine> entries)
    {
        foreach (var entry in entries)
        {
            basis.RestsOn(CacheTag.Entry(entry.Id));
            basis.RestsOn(entry.AuthorId is { } author ? [CacheTag.AuthorName(author)] : []);
            basis.RestsOn(entry.StoryId is { } story ? [CacheTag.Address(story)] : []);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Live;

namespace NewsPortal.Data.Seed;

/// <summary>Lets stories of the demo paper be told while they happen.</summary>
/// <param name="resolve">Demo Markdown as it is stored: see <see cref="DemoLinks"/>.</param>
/// <param name="authorId">Of an author's key.</param>
internal sealed class DemoLive(NewsDb db, LiveTexts texts, Func<string, string> resolve, Func<string, int> authorId, DateTime now)
{
    private static readonly Signature By = Signature.OfProcess("Demo");

    public async Task CoverAsync(IEnumerable<DemoCoverage> lines, IReadOnlyDictionary<string, Article> articles, CancellationToken cancel)
    {
        foreach (var line in lines)
        {
            await CoverAsync(articles[line.Story], line, cancel);
        }
    }

    private async Task CoverAsync(Article article, DemoCoverage line, CancellationToken cancel)
    {
        var coverage = Coverage.Start(article, By, At(line.Started));
        coverage.Summarise(await RenderAsync(article, line.Summary, cancel), By, At(line.Started));
        db.Add(coverage);
        foreach (var (told, at) in line.Entries.Select((told, at) => (told, at)))
        {
            await SendAsync(coverage, told, order: at + 1, cancel);
        }

        // The next to be sent by a person comes after these.
        await db.Coverages.Where(c => c.ArticleId == article.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.LastOrder, line.Entries.Count), cancel);
    }

    private async Task SendAsync(Coverage coverage, DemoEntry told, int order, CancellationToken cancel)
    {
        var article = coverage.Article!;
        var sent = At(told.Sent);
        var copy = new EntryCopy(await RenderAsync(article, told.Was ?? told.Text, cancel))
        {
            Headline = told.Headline,
            AuthorId = told.Author is { } author ? authorId(author) : null,
            Place = told.Place,
            EventUtc = At(told.At ?? told.Sent),
            IsKey = told.Key,
        };
        var entry = Entry.Write(article.Id, copy, By, sent);
        entry.Send(order, By, sent);
        if (told.Edited is { } edited)
        {
            entry.Edit(copy with { Text = await RenderAsync(article, told.Text, cancel) }, By, At(edited));
        }

        db.Add(entry);
        await db.SaveChangesAsync(cancel);
        if (told.Pinned)
        {
            coverage.Pin(entry, By, sent);
            await db.SaveChangesAsync(cancel);
        }
    }

    private Task<LiveText> RenderAsync(Article article, string text, CancellationToken cancel)
        => texts.RenderAsync(resolve(text), article.Language, cancel);

    private DateTime At(string time) => now + DemoTime.Parse(time);
}

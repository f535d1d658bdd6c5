using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Markup;
using NewsPortal.Sections;

namespace NewsPortal.Data.Seed;

/// <summary>A large paper of made-up words, for measuring: same structure as a real one, the same on every run.</summary>
public sealed class ManyStories(NewsDb db, ArticleMarkup articles, CommentMarkup comments, TimeProvider clock)
{
    private const int Batch = 500;
    private const int Sections = 6;
    private const int Tags = 200;
    private const int Authors = 40;
    private const int ParagraphsPerStory = 8;
    private static readonly Signature By = Signature.OfProcess("Seed");

    private static readonly TimeSpan BetweenStories = TimeSpan.FromMinutes(3);

    private static readonly string[] Vocabulary =
    [
        "harbour", "council", "winter", "budget", "bridge", "signal", "market", "teacher", "river", "engine", "court", "garden",
        "island", "ferry", "orchestra", "harvest", "station", "engineer", "village", "museum", "storm", "library", "doctor", "valley",
    ];

    /// <summary>Adds them in batches of their own transactions, so a stopped run keeps what it said it added.</summary>
    public async Task AddAsync(int stories, int perPaperComments, TextWriter progress, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var places = await PlacesAsync(now, cancel);
        var commentsLeft = perPaperComments;
        for (var done = 0; done < stories; done += Batch)
        {
            var count = Math.Min(Batch, stories - done);
            var batch = Enumerable.Range(done, count).Select(number => Story(number, places, now - (BetweenStories * number))).ToList();
            db.AddRange(batch);
            await db.SaveChangesAsync(cancel);
            var share = (int)((long)perPaperComments * count / stories);
            Speak(batch, share, now);
            commentsLeft -= share;
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done + count} of {stories} stories"));
        }

        await SpeakOfNewestAsync(commentsLeft, now, cancel);
    }

    private async Task<Places> PlacesAsync(DateTime now, CancellationToken cancel)
    {
        var sections = await KeepAsync(Sections, number => $"section-{number}", db.Sections, s => s.Slug,
            (slug, number) => new Section { Slug = slug, Name = $"Section {number}", Position = number }.Added(By, now), cancel);
        var tags = await KeepAsync(Tags, number => $"topic-{number}", db.Tags, t => t.Slug,
            (slug, number) => new Tag { Slug = slug, Name = $"Topic {number}" }.Added(now), cancel);
        var authors = await KeepAsync(Authors, number => $"writer-{number}", db.Authors, a => a.Slug,
            (slug, number) => new Author { Slug = slug, Name = $"Writer {number}" }.Added(By, now), cancel);
        return new Places([.. sections.Select(s => s.Id)], [.. tags.Select(t => t.Id)], [.. authors.Select(a => a.Id)]);
    }

    private async Task<List<T>> KeepAsync<T>(
        int count, Func<int, string> slugOf, IQueryable<T> known, Func<T, string> slug, Func<string, int, T> make, CancellationToken cancel)
        where T : class
    {
        var existing = (await known.AsNoTracking().ToListAsync(cancel)).ToDictionary(slug, StringComparer.Ordinal);
        var missing = Enumerable.Range(1, count).Where(number => !existing.ContainsKey(slugOf(number)))
            .Select(number => make(slugOf(number), number)).ToList();
        db.AddRange(missing);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return [.. missing, .. Enumerable.Range(1, count).Where(number => existing.ContainsKey(slugOf(number))).Select(number => existing[slugOf(number)])];
    }

    private Article Story(int number, Places places, DateTime published)
    {
        var body = string.Join("\n\n", Enumerable.Range(0, ParagraphsPerStory).Select(at => Sentence((number * 31) + at, 60)));
        var headline = Sentence(number, 9);
        var copy = new Copy
        {
            Headline = headline,
            Standfirst = Sentence(number + 7, 22),
            Body = body,
            Slug = Slug.Of(headline),
            SectionId = places.Sections[number % places.Sections.Count],
            Bylines = [new BylineCopy(places.Authors[number % places.Authors.Count])],
            TagIds = [places.Tags[number % places.Tags.Count], places.Tags[(number * 7 + 3) % places.Tags.Count]],
        };
        var article = Article.Start(ArticleKind.Story, copy, articles.Render(body, Nothing), By, published);
        article.Publish(By, published, firstPublishedUtc: published);
        return article;
    }

    private void Speak(List<Article> stories, int count, DateTime now)
    {
        for (var number = 0; number < count; number++)
        {
            var text = Sentence(number, 30);
            var comment = Comment.Post(stories[number % stories.Count], null, new Speaker($"Reader {number}"), text, comments.Render(text), now);
            comment.Approve(now);
            db.Add(comment);
        }
    }

    private async Task SpeakOfNewestAsync(int count, DateTime now, CancellationToken cancel)
    {
        if (count > 0 && await db.Articles.OrderByDescending(a => a.PublishedUtc).FirstOrDefaultAsync(cancel) is { } newest)
        {
            Speak([newest], count, now);
            await db.SaveChangesAsync(cancel);
        }
    }

    // A plain multiplicative walk: made-up words need no randomness, only variety that repeats on every run.
    private static string Sentence(int seed, int words)
    {
        var picked = Enumerable.Range(1, words).Select(at => Vocabulary[(int)((seed + 11L) * (at + 13L) * at % Vocabulary.Length)]);
        var text = string.Join(' ', picked);
        return char.ToUpperInvariant(text[0]) + text[1..] + ".";
    }

    private static readonly BodySources Nothing = new(_ => null, _ => null, new BodyWords("", "", "", "", "", ""));

    private sealed record Places(List<int> Sections, List<int> Tags, List<int> Authors);
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Merging;
using NewsPortal.Articles.Writing;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Articles.Writing;

/// <summary>Several people write one story at once, over a network that loses answers.</summary>
[Trait("Category", "Slow")]
public sealed class InterleavedSavesTests : IDisposable
{
    private const int Writers = 5;
    private const int Saves = 10_000;
    private const int Paragraphs = 6;

    private readonly Newsroom newsroom = new();

    // Every text that was acknowledged, by the version that it became; and the texts that its writer knew it replaced.
    private readonly ConcurrentDictionary<int, (string Body, string[] Replaced)> saved = new();
    private int sent;

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen()
    {
        var start = Some.CopyFor(await newsroom.SectionAsync()) with { Body = string.Join("\n\n", Enumerable.Range(0, Paragraphs).Select(i => $"Paragraph {i}")) };
        var article = await newsroom.PublishAsync(start);
        var first = (await newsroom.WithDbAsync(db => db.Drafts.AsNoTracking().SingleAsync())).Version;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => WriteAsync(article.Id, i))));

        var before = start.Body;
        // Everybody saves at once, so most saves are refused and merged first.
        Assert.InRange(saved.Count, Saves / 10, Saves);
        for (var version = first + 1; version <= first + saved.Count; version++)
        {
            Assert.Contains(before, saved[version].Replaced);
            before = saved[version].Body;
        }

        Assert.Equal(before, (await newsroom.WithDbAsync(db => db.Drafts.AsNoTracking().SingleAsync())).Copy.Body);
    }

    public void Dispose() => newsroom.Dispose();

    private async Task WriteAsync(int articleId, int who)
    {
        var random = new Random(who);
        var writer = new Writer(newsroom, articleId, new Staffer(who + 1, $"Writer {who}", Role.Editor, []));
        await writer.OpenAsync();
        var mine = writer.Seen;
        string? unheard = null;
        while (Interlocked.Increment(ref sent) <= Saves)
        {
            mine = mine with { Body = Edited(mine.Body, random, $"{who}-{sent}") };
            var answer = await writer.SaveAsync(mine);
            if (answer.Outcome == SaveOutcome.Saved)
            {
                Assert.True(saved.TryAdd(answer.Session.BaseVersion, (mine.Body, [writer.Seen.Body, unheard ?? writer.Seen.Body])));
            }

            // One answer in ten is lost: the tab knows nothing of it and writes on, or sends the same again.
            if (random.Next(10) == 0)
            {
                unheard = answer.Outcome == SaveOutcome.Saved ? mine.Body : unheard;
                if (random.Next(2) == 0)
                {
                    continue;
                }

                Interlocked.Increment(ref sent);
                answer = await writer.SendAsync(mine);
                if (answer.Outcome == SaveOutcome.Saved)
                {
                    Assert.True(saved.TryAdd(answer.Session.BaseVersion, (mine.Body, [writer.Seen.Body, unheard ?? writer.Seen.Body])));
                }
            }

            writer.Hear(answer, mine);
            unheard = null;
            if (answer.Outcome == SaveOutcome.Refused)
            {
                mine = Settled(answer.Session, random);
            }
        }
    }

    private static Copy Settled(EditSession session, Random random)
    {
        var conflicts = session.Merge()!.Conflicts;
        return session.Merge(conflicts.ToDictionary(c => c.Key, _ => (Side)random.Next(3)))!.Copy;
    }

    // Now and then a paragraph goes, so that the text stays as long as it was.
    private static string Edited(string body, Random random, string mark)
    {
        var paragraphs = body.Split("\n\n").ToList();
        paragraphs[random.Next(paragraphs.Count)] = $"Paragraph {mark}";
        if (paragraphs.Count > Paragraphs)
        {
            paragraphs.RemoveAt(random.Next(paragraphs.Count));
        }
        else if (random.Next(3) == 0)
        {
            paragraphs.Insert(random.Next(paragraphs.Count), $"New {mark}");
        }

        return string.Join("\n\n", paragraphs);
    }
}

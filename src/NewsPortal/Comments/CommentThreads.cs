using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>One page of a story's approved comments: threads, drawn two levels deep. It costs the same however many there are.</summary>
public sealed class CommentThreads
{
    public const int PageSize = 25;

    /// <summary>A thread with more answers shows its first ones, and a link to all.</summary>
    public const int AnswersShown = 5;

    public static readonly CommentThreads None = new([], null, 0, ThreadsAsk.First);

    private static readonly CompiledQuery<int, CommentLine> FirstPage = new((db, story)
        => ThreadQueries.Page(db.Comments.Where(c => c.ArticleId == story.Value), ThreadsAsk.First));

    private CommentThreads(IReadOnlyList<CommentThread> threads, ThreadPlace? next, int total, ThreadsAsk ask)
        => (Threads, Next, Total, Ask) = (threads, next is { } place ? ask with { After = place.ToString() } : null, total, ask);

    public IReadOnlyList<CommentThread> Threads { get; }

    /// <summary>The page that goes on from here; null on the last.</summary>
    public ThreadsAsk? Next { get; }

    /// <summary>All approved comments of the story, from its maintained counter.</summary>
    public int Total { get; }

    public ThreadsAsk Ask { get; }

    /// <summary>None when the story has no comments; one statement as long as no thread on the page is a long one.</summary>
    public static async Task<CommentThreads> ReadAsync(NewsDb db, Article article, ThreadsAsk ask, CancellationToken cancel)
    {
        if (article.CommentCount == 0)
        {
            return None;
        }

        var ofStory = db.Comments.Where(c => c.ArticleId == article.Id);
        if (ask.Thread is { } root)
        {
            var thread = await ThreadQueries.Thread(ofStory, root, ask.Place).ToListAsync(cancel);
            return OneOf(thread, article.CommentCount, ask);
        }

        var lines = ask == ThreadsAsk.First ? await FirstPage.Ask(db, article.Id).ToListAsync(cancel) : await ThreadQueries.Page(ofStory, ask).ToListAsync(cancel);
        var full = lines.Where(line => line.RootId is null && line.Answers > AnswersShown).Take(PageSize).Select(line => line.Id).ToList();
        var firsts = full.Count == 0 ? [] : await ThreadQueries.FirstAnswers(ofStory, full).ToListAsync(cancel);
        return Gather(lines, firsts, article.CommentCount, ask);
    }

    private static CommentThreads Gather(List<CommentLine> lines, List<CommentLine> firsts, int total, ThreadsAsk ask)
    {
        var answers = lines.Concat(firsts).ToLookup(line => line.RootId);
        var roots = ThreadQueries.InOrder(answers[null], ask.Order).ToList();
        var threads = roots.Take(PageSize).Select(root => new CommentThread(root, [.. answers[root.Id]])).ToList();
        return new CommentThreads(threads, roots.Count > PageSize ? ThreadQueries.PlaceOf(threads[^1].First, ask.Order) : null, total, ask);
    }

    private static CommentThreads OneOf(List<CommentLine> lines, int total, ThreadsAsk ask)
    {
        var (root, answers) = (lines.Find(line => line.RootId is null), lines.Where(line => line.RootId is not null).ToList());
        var shown = answers.Take(PageSize).ToList();
        return root is null ? None
            : new CommentThreads([new CommentThread(root, shown)], answers.Count > PageSize ? ThreadQueries.PlaceOf(shown[^1], CommentOrder.Oldest) : null, total, ask);
    }
}

public sealed record CommentThread(CommentLine First, IReadOnlyList<CommentLine> Answers)
{
    /// <summary>How many answers there are beyond those that are shown.</summary>
    public int More => Math.Max(0, First.Answers - Answers.Count);
}

/// <param name="IsShown">Otherwise it only keeps the place of one that was taken away, for its answers.</param>
/// <param name="Answers">Approved ones anywhere below it, where it begins a thread.</param>
public sealed record CommentLine(
    int Id, int? RootId, int? ParentId, bool IsShown, string Name, bool IsStaff, bool IsPicked, string? AnswersName, string BodyHtml, DateTime PostedUtc, int Answers)
{
    /// <summary>Only two levels are drawn, so an answer to an answer says whom it answers.</summary>
    public bool AnswersAnswer => ParentId is not null && ParentId != RootId;
}

/// <param name="TakesAnswers">The story still takes comments.</param>
/// <param name="StoryUrl">Where the story is.</param>
public sealed record ThreadsLook(CommentThreads Comments, bool TakesAnswers, string StoryUrl);

/// <summary>A comment as it is drawn.</summary>
public sealed record CommentLook(CommentLine Line, bool TakesAnswers);

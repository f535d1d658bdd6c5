using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>One page of a story's approved comments: threads, oldest first, drawn two levels deep.</summary>
public sealed class CommentThreads
{
    public const int PageSize = 50;

    public static readonly CommentThreads None = new([], null, 0);

    private static readonly CompiledQuery<int, CommentLine> FirstPage = new((db, story)
        => Page(db.Comments.Where(c => c.ArticleId == story.Value), after: null));

    private CommentThreads(IReadOnlyList<CommentThread> threads, string? next, int total) => (Threads, Next, Total) = (threads, next, total);

    public IReadOnlyList<CommentThread> Threads { get; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public string? Next { get; }

    /// <summary>All approved comments of the story, from its maintained counter.</summary>
    public int Total { get; }

    /// <summary>One statement, or none when the story has no comments.</summary>
    public static async Task<CommentThreads> ReadAsync(NewsDb db, Article article, Cursor? after, CancellationToken cancel)
    {
        if (article.CommentCount == 0)
        {
            return None;
        }

        var lines = after is null
            ? await FirstPage.Ask(db, article.Id).ToListAsync(cancel)
            : await Page(db.Comments.Where(c => c.ArticleId == article.Id), after).ToListAsync(cancel);
        return Gather(lines, article.CommentCount);
    }

    private static IQueryable<CommentLine> Page(IQueryable<Comment> ofStory, Cursor? after)
    {
        var shown = ofStory.Where(c => c.Kind == CommentKind.Comment && c.State == CommentState.Approved);
        var roots = shown.Where(c => c.RootId == null);
        if (after is { } place)
        {
            roots = roots.Where(c => c.PostedUtc >= place.Utc && (c.PostedUtc > place.Utc || c.Id > place.Id));
        }

        var page = roots.OrderBy(c => c.PostedUtc).ThenBy(c => c.Id).Take(PageSize + 1).Select(c => c.Id);
        return shown.Where(c => page.Contains(c.Id) || page.Contains(c.RootId!.Value))
            .OrderBy(c => c.PostedUtc).ThenBy(c => c.Id)
            .Select(c => new CommentLine(c.Id, c.RootId, c.ParentId, c.Name, c.AuthorId != null, c.Parent!.Name, c.BodyHtml, c.PostedUtc));
    }

    private static CommentThreads Gather(List<CommentLine> lines, int total)
    {
        var replies = lines.ToLookup(line => line.RootId);
        var first = replies[null].ToList();
        var threads = first.Take(PageSize).Select(line => new CommentThread(line, [.. replies[line.Id]])).ToList();
        var next = first.Count > PageSize ? new Cursor(threads[^1].First.PostedUtc, threads[^1].First.Id).ToString() : null;
        return new CommentThreads(threads, next, total);
    }
}

public sealed record CommentThread(CommentLine First, IReadOnlyList<CommentLine> Replies);

public sealed record CommentLine(
    int Id, int? RootId, int? ParentId, string Name, bool IsStaff, string? AnswersName, string BodyHtml, DateTime PostedUtc)
{
    /// <summary>Only two levels are drawn, so an answer to an answer says whom it answers.</summary>
    public bool AnswersAnswer => ParentId is not null && ParentId != RootId;
}

/// <param name="TakesAnswers">The story still takes comments.</param>
public sealed record ThreadsLook(CommentThreads Comments, bool TakesAnswers);

/// <summary>A comment as it is drawn.</summary>
public sealed record CommentLook(CommentLine Line, bool TakesAnswers);

using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Markup;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// Comments with who answered whom and what was decided about them. What a moderator here decides later is not undone by
/// importing again. E-mail addresses stay behind: nobody asked this paper to write to them.
/// </summary>
internal sealed class CommentImport(NewsDb db, ImportLedger ledger, AuthorImport authors, CommentMarkup markup)
{
    private const string Kind = "comment";

    public async Task ImportAsync(WordPressRun run, WxrItem item, Article article, CancellationToken cancel)
    {
        var known = await ledger.FindAsync(Kind, [.. item.Comments.Select(comment => comment.Id)], cancel);
        var news = item.Comments.Where(comment => !known.ContainsKey(comment.Id)).ToList();
        run.Report.Count("comments", ImportOutcome.Unchanged, known.Count);
        if (news.Count == 0)
        {
            return;
        }

        var badges = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var comment in news)
        {
            badges[comment.Id] = await authors.OfCommentAsync(run, comment, cancel);
        }

        await db.WriteAsync(() => AddAsync(run, item, article, news, badges, cancel), cancel);
    }

    private async Task AddAsync(
        WordPressRun run, WxrItem item, Article article, List<WxrComment> news, Dictionary<string, int?> badges, CancellationToken cancel)
    {
        var added = new Dictionary<string, Comment>(StringComparer.Ordinal);
        foreach (var comment in ParentsFirst(news))
        {
            if (Refusal(comment) is { } reason)
            {
                run.Report.Count("comments", ImportOutcome.LeftOut);
                run.Tell(reason, $"comment {comment.Id} on {item.Label}");
                continue;
            }

            var parent = await ParentAsync(run, item, comment, added, cancel);
            added[comment.Id] = Post(run, item, article, comment, parent, badges[comment.Id]);
            db.Comments.Add(added[comment.Id]);
            run.Report.Count("comments", ImportOutcome.Added);
        }

        await db.SaveChangesAsync(cancel);
        foreach (var (id, comment) in added)
        {
            await ledger.RememberAsync(Kind, id, comment.Id, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    private static string? Refusal(WxrComment comment) => comment switch
    {
        { Approved: "trash" or "post-trashed" } => "A comment was in the trash",
        { Type: not ("" or "comment" or "pingback" or "trackback" or "review") } => $"A comment is of a kind that is not known here ({comment.Type})",
        _ when string.IsNullOrWhiteSpace(comment.Content) => "A comment says nothing",
        _ => null,
    };

    /// <summary>An answer can stand before what it answers, and a damaged export can make two answer each other.</summary>
    private static List<WxrComment> ParentsFirst(List<WxrComment> comments)
    {
        var byId = comments.GroupBy(comment => comment.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var order = new List<WxrComment>(byId.Count);
        foreach (var comment in byId.Values)
        {
            var line = new Stack<WxrComment>();
            for (var next = comment; next is not null && placed.Add(next.Id); next = byId.GetValueOrDefault(next.ParentId))
            {
                line.Push(next);
            }

            order.AddRange(line);
        }

        return order;
    }

    private async Task<Comment?> ParentAsync(
        WordPressRun run, WxrItem item, WxrComment comment, Dictionary<string, Comment> added, CancellationToken cancel)
    {
        if (comment.ParentId is "" or "0")
        {
            return null;
        }

        if (added.TryGetValue(comment.ParentId, out var parent))
        {
            return parent;
        }

        if (await ledger.FindAsync(Kind, comment.ParentId, cancel) is { } id)
        {
            return await db.Comments.Include(found => found.Root).FirstOrDefaultAsync(found => found.Id == id, cancel);
        }

        run.Tell("A comment answers one that is not in this export; it begins a thread", $"comment {comment.Id} on {item.Label}");
        return null;
    }

    private Comment Post(WordPressRun run, WxrItem item, Article article, WxrComment comment, Comment? parent, int? authorId)
    {
        var words = CommentWords.Of(comment.Content);
        if (words.Length > Comment.BodyLength)
        {
            run.Tell("A comment was too long and was cut", $"comment {comment.Id} on {item.Label}");
            words = PlainWords.Cut(words, Comment.BodyLength)!;
        }

        var name = PlainWords.Cut(PlainWords.Of(comment.Author), Comment.NameLength) ?? "?";
        var by = new Speaker(name, authorId);
        var at = WordPressDates.Utc(comment.Dates, run.Zone) ?? article.PublishedUtc ?? run.Now;
        var kind = comment.Type is "pingback" or "trackback" ? CommentKind.Pingback : CommentKind.Comment;
        var posted = Comment.Post(article, parent, by, words, markup.Render(words), at, kind);
        Decide(posted, comment.Approved, at);
        return posted;
    }

    private static void Decide(Comment comment, string approved, DateTime at)
    {
        if (approved is "1" or "approve" or "approved")
        {
            comment.Approve(at);
        }
        else if (approved == "spam")
        {
            comment.Hide(CommentState.Spam, at);
        }
    }
}

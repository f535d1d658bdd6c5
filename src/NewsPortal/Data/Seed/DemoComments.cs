using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Comments.Guard;
using NewsPortal.Markup;
using NewsPortal.Sections;

namespace NewsPortal.Data.Seed;

/// <summary>Lets the demo paper's readers speak, report and be held, and its moderators decide.</summary>
public sealed class DemoComments(NewsDb db, CommentMarkup markup, CommentSettings settings)
{
    private static readonly Signature By = Signature.OfProcess("Demo");

    // How long a moderator took, one comment after the other: what the desk tells of itself wants some variety.
    private static readonly int[] Minutes = [3, 1, 8, 2, 22, 4, 6, 1, 47, 3, 12];

    private readonly Dictionary<string, Commenter> writers = new(StringComparer.Ordinal);
    private readonly List<ListedWord> words = [];
    private readonly List<(Comment Comment, DemoComment Line)> posted = [];

    internal void List(IEnumerable<DemoWord> listed, DateTime now)
    {
        words.AddRange(listed.Select(word => ListedWord.Add(word.Word, word.Note, By, now + DemoTime.Parse(word.At))));
        db.AddRange(words);
    }

    /// <summary>They all wait: what was never saved as waiting counts neither as arrived nor as decided.</summary>
    internal async Task PostAsync(Article article, IEnumerable<DemoComment> comments, IReadOnlyDictionary<string, Author> authors, DateTime now, CancellationToken cancel)
    {
        var told = comments.SelectMany(line => Post(article, line, authors, now, answers: null)).ToList();
        posted.AddRange(told);
        db.AddRange(told.Select(pair => pair.Comment));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Once all are there, so that decisions follow each other as they would at a desk.</summary>
    internal async Task DecideAsync(DateTime now, CancellationToken cancel)
    {
        var decided = posted.Where(pair => pair.Line.State != "pending" && !pair.Comment.IsStaff)
            .Select((pair, at) => (pair.Comment, pair.Line, At: Earlier(pair.Comment.PostedUtc.AddMinutes(Minutes[at % Minutes.Length]), now)));
        foreach (var (comment, line, at) in decided.OrderBy(one => one.At))
        {
            RejectionReason? reason = line.Reason is { } name ? DemoFiles.Value<RejectionReason>(name) : null;
            db.Add(comment.Decide(new Ruling(DemoFiles.Value<CommentState>(line.State), reason, line.Note), By, at));
            if (line.Picked)
            {
                comment.Pick(true, By, at);
            }
        }

        await db.SaveChangesAsync(cancel);
        foreach (var (comment, line) in posted)
        {
            db.AddRange(line.Reports.Select(said => comment.Report(DemoFiles.Value<ReportReason>(said), null, settings.ReportsToHide, Earlier(comment.DecidedUtc!.Value.AddMinutes(2), now))));
        }

        await db.SaveChangesAsync(cancel);
    }

    private IEnumerable<(Comment Comment, DemoComment Line)> Post(Article article, DemoComment line, IReadOnlyDictionary<string, Author> authors, DateTime now, Comment? answers)
    {
        var at = Earlier(article.PublishedUtc!.Value + DemoTime.Parse(line.At), now);
        var by = line.Author is { } key ? new Speaker(line.Name, authors[key].Id) : new Speaker(line.Name) { Commenter = WriterOf(line.Name, at) };
        var comment = Comment.Post(article, answers, by, line.Text, markup.Render(line.Text), at);
        if (by.Commenter is { } writer)
        {
            Weigh(comment, isFirst: writer.FirstUtc == at, line);
        }
        else
        {
            comment.Approve(at);
        }

        return line.Replies.SelectMany(reply => Post(article, reply, authors, now, comment)).Prepend((comment, line));
    }

    private Commenter WriterOf(string name, DateTime at)
    {
        if (!writers.TryGetValue(name, out var writer))
        {
            writers[name] = writer = Commenter.First(name, at);
        }

        return writer;
    }

    private void Weigh(Comment comment, bool isFirst, DemoComment line)
    {
        comment.Print(SimHash.Of(comment.Body));
        HoldKind[] first = isFirst ? [HoldKind.FirstComments] : [];
        foreach (var kind in line.Holds.Select(DemoFiles.Value<HoldKind>).Concat(first))
        {
            comment.HoldFor(kind);
        }

        foreach (var hit in new WordList(words.Select(word => word.Text)).Find(comment.Body))
        {
            comment.HoldFor(HoldKind.WordList, hit.Listed, hit.Start, hit.Length);
        }
    }

    private static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}

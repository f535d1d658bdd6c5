using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Markup;
using NewsPortal.Sections;

namespace NewsPortal.Data.Seed;

/// <summary>Lets the demo paper's readers speak, and its moderators decide.</summary>
public sealed class DemoComments(NewsDb db, CommentMarkup markup)
{
    internal void Post(Article article, IEnumerable<DemoComment> comments, IReadOnlyDictionary<string, Author> authors, DateTime now, Comment? answers = null)
    {
        foreach (var line in comments)
        {
            var due = article.PublishedUtc!.Value + DemoTime.Parse(line.At);
            var posted = due < now ? due : now;
            var author = line.Author is { } key ? authors[key].Id : (int?)null;
            var comment = Comment.Post(article, answers, new Speaker(line.Name, AuthorId: author), line.Text, markup.Render(line.Text), posted);
            Decide(comment, line.State, posted);
            db.Add(comment);
            Post(article, line.Replies, authors, now, comment);
        }
    }

    private static void Decide(Comment comment, string verdict, DateTime at)
    {
        switch (Enum.Parse<CommentState>(verdict, ignoreCase: true))
        {
            case CommentState.Approved:
                comment.Approve(at);
                break;
            case CommentState.Pending:
                break;
            case var hidden:
                comment.Hide(hidden, at);
                break;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Comments;
using NewsPortal.Data;
using NewsPortal.Markup;
using NewsPortal.Sections;
using NewsPortal.Shared;

namespace NewsPortal.Tests.Support;

public static partial class Some
{
    public static Task<Section> SectionAsync(this Newsroom newsroom, string name = "World", string? language = null, int position = 0)
        => newsroom.KeepAsync(new Section { Slug = Slug.Of(name), Name = name, Language = language, Position = position }.Added(Tester, newsroom.Now));

    public static Task<Author> AuthorAsync(this Newsroom newsroom, string name = "Ada Quill")
        => newsroom.KeepAsync(new Author { Slug = Slug.Of(name), Name = name }.Added(Tester, newsroom.Now));

    public static Task<Tag> TagAsync(this Newsroom newsroom, string name = "Floods")
        => newsroom.KeepAsync(new Tag { Slug = Slug.Of(name), Name = name }.Added(newsroom.Now));

    public static Copy CopyFor(Section section, string headline = "A bridge opens") => new()
    {
        Headline = headline,
        Slug = Slug.Of(headline),
        SectionId = section.Id,
        Standfirst = "The mayor walked across it first.",
        Body = "It is the fourth bridge.\n\nIt is the longest.",
    };

    /// <summary>A published story; <paramref name="at"/> is now on the newsroom's clock unless said.</summary>
    public static Task<Article> PublishAsync(this Newsroom newsroom, Copy copy, DateTime? at = null, ArticleKind kind = ArticleKind.Story)
        => newsroom.WithAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            var time = at ?? newsroom.Now;
            var rendered = await services.GetRequiredService<StoryBodies>().RenderAsync(copy.Body, copy.Language);
            var article = NewsPortal.Articles.Article.Start(kind, copy, rendered, Tester, time);
            article.Publish(Tester, time);
            db.Add(article);
            await db.SaveChangesAsync();
            return article;
        });

    /// <summary>Changes a stored article through one of its verbs, with all its parts loaded.</summary>
    public static Task ChangeAsync(this Newsroom newsroom, int articleId, Action<Article> change) => newsroom.WithAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDb>();
        var article = await db.Articles.Whole().Include(a => a.Corrections).Include(a => a.Revisions).Include(a => a.Section).SingleAsync(a => a.Id == articleId);
        change(article);
        await db.SaveChangesAsync();
    });

    /// <summary>A comment under a story, pending unless <paramref name="state"/> says otherwise.</summary>
    public static Task<Comment> CommentAsync(
        this Newsroom newsroom, int articleId, string text = "Well said.", CommentState state = CommentState.Approved, int? answers = null)
        => newsroom.WithAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDb>();
            var article = await db.Articles.SingleAsync(a => a.Id == articleId);
            var parent = answers is null ? null : await db.Comments.Include(c => c.Root).SingleAsync(c => c.Id == answers);
            var rendered = services.GetRequiredService<CommentMarkup>().Render(text);
            var comment = Comment.Post(article, parent, new Speaker("R. Okonjo"), text, rendered, newsroom.Now);
            if (state == CommentState.Approved)
            {
                comment.Approve(newsroom.Now);
            }
            else if (state != CommentState.Pending)
            {
                comment.Hide(state, newsroom.Now);
            }

            db.Add(comment);
            await db.SaveChangesAsync();
            return comment;
        });

    private static Task<T> KeepAsync<T>(this Newsroom newsroom, T fact)
        where T : class
        => newsroom.WithDbAsync(async db =>
        {
            db.Add(fact);
            await db.SaveChangesAsync();
            return fact;
        });
}

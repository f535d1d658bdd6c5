using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Comments.Privacy;

/// <summary>Reads what is kept of one reader, for that reader.</summary>
public sealed class OwnData(NewsDb db, OwnComments comments, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <summary>Over all stories, newest first.</summary>
    public async Task<OwnDataPage> PageAsync(Recognised who, Cursor? after, CancellationToken cancel)
    {
        var lines = who.CommenterId is { } me ? await Of(me, after).ToListAsync(cancel) : [];
        var shown = lines.Take(PageSize).Select(line => line with
        {
            IsChangeable = comments.IsChangeable(line.State, line.DecidedUtc, line.PostedUtc, line.IsByRule),
            Told = Telling.Of(line.State, line.DecidedUtc, clock.GetUtcNow().UtcDateTime),
        }).ToList();
        return new OwnDataPage(shown)
        {
            Reader = who.AccountId is null ? null : who.Member!.Name,
            IsKnown = who is not { CommenterId: null, AccountId: null },
            Older = lines.Count > PageSize ? $"/comments/me?after={new Cursor(shown[^1].PostedUtc, shown[^1].Id)}" : null,
        };
    }

    private IQueryable<OwnLine> Of(int me, Cursor? after)
    {
        var theirs = db.Comments.AsNoTracking().Where(c => c.CommenterId == me);
        if (after is { } place)
        {
            theirs = theirs.Where(c => c.PostedUtc < place.Utc || (c.PostedUtc == place.Utc && c.Id < place.Id));
        }

        return theirs.OrderByDescending(c => c.PostedUtc).ThenByDescending(c => c.Id).Take(PageSize + 1)
            .Select(c => new OwnLine(c.Id, c.State, c.Article!.Headline, StoryAddress.Of(c.Article.Section!.Slug, c.Article.Slug, c.ArticleId), c.Body, c.PostedUtc)
            {
                DecidedUtc = c.DecidedUtc,
                IsByRule = c.Decisions.Any(d => d.Rule == DecisionRule.PostModerated && d.UndoneUtc == null && d.AtUtc == c.DecidedUtc),
                Reason = c.Decisions.Where(d => d.UndoneUtc == null).OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault(),
                Note = c.Decisions.Where(d => d.UndoneUtc == null).OrderByDescending(d => d.Id).Select(d => d.WriterNote).FirstOrDefault(),
            });
    }
}

/// <summary>One's own comment, wherever it stands.</summary>
public sealed record OwnLine(int Id, CommentState State, string Headline, string Url, string Body, DateTime PostedUtc)
{
    public DateTime? DecidedUtc { get; init; }

    /// <summary>Readers see it, and no person has read it.</summary>
    public bool IsByRule { get; init; }

    public RejectionReason? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>What its writer is told that it is.</summary>
    public CommentState Told { get; init; }

    /// <summary>Why it is not published, where they are told that.</summary>
    public OwnVerdict? Verdict => Told == CommentState.Rejected ? new OwnVerdict(State == CommentState.Spam, Reason, Note) : null;

    /// <summary>It may still be changed or withdrawn.</summary>
    public bool IsChangeable { get; init; }
}

public sealed record OwnDataPage(IReadOnlyList<OwnLine> Lines)
{
    /// <summary>The name of a reader who is signed in; null: only the browser is known.</summary>
    public string? Reader { get; init; }

    /// <summary>Where the list goes on.</summary>
    public string? Older { get; init; }

    /// <summary>It was asked for without saying that it is meant.</summary>
    public bool IsUnsure { get; init; }

    public bool IsErased { get; init; }

    /// <summary>Something is kept of them, if only that they were here.</summary>
    public bool IsKnown { get; init; }
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Articles.Merging;
using NewsPortal.Articles.Writing;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>A refused text and the one that stood in its way, put together as far as that goes by itself.</summary>
public sealed class MergePage
{
    public required EditSession Session { get; init; }

    public required MergedCopy Merged { get; init; }

    /// <summary>Who saved what stands in the way, and when.</summary>
    public required string By { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>The merged copy as fields, for the open editor to take over.</summary>
    public required EditorFields Fields { get; init; }

    public required CopyNames Names { get; init; }

    public string Address => $"/admin/articles/{Session.ArticleId}/merges/{Session.Id}";

    public static async Task<MergePage> ReadAsync(NewsDb db, CopyDesk desk, EditSession session, Draft draft, CancellationToken cancel)
    {
        var merged = session.Merge() ?? new MergedCopy(draft.Copy, [], []);
        var article = await db.Articles.AsNoTracking().FirstAsync(a => a.Id == session.ArticleId, cancel);
        return new()
        {
            Session = session,
            Merged = merged,
            By = draft.SavedBy,
            AtUtc = draft.SavedUtc,
            Fields = await EditorFields.ReadAsync(db, desk, article, merged.Copy, cancel),
            Names = await CopyNames.ReadAsync(db, [session.BaseCopy, session.RefusedCopy, session.TheirCopy], cancel),
        };
    }
}

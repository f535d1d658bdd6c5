using NewsPortal.Accounts;
using NewsPortal.Articles.Merging;

namespace NewsPortal.Articles;

/// <summary>What the draft was, and can be again.</summary>
public partial class Article
{
    /// <summary>
    /// Puts an earlier version back into the draft as a new version; the face does not change. A draft that no version
    /// holds yet becomes one first. Needs <see cref="Draft"/> loaded.
    /// </summary>
    /// <param name="newest">The version with the highest number.</param>
    /// <param name="notes">What the two new versions are said to be: "before", then "after".</param>
    public void Restore(Revision revision, Revision? newest, RenderedBody rendered, Signature by, DateTime now, (string Before, string After) notes)
    {
        if (newest is null || !CopyChanges.IsSame(newest.Copy, Draft.Copy))
        {
            Revisions.Add(Draft.Snapshot(by, now, notes.Before));
        }

        Draft.Save(revision.Copy, rendered, by, now);
        Revisions.Add(Draft.Snapshot(by, now, notes.After));
    }
}

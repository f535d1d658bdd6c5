using Microsoft.EntityFrameworkCore;
using NewsPortal.Comments.Privacy;
using NewsPortal.Data;

namespace NewsPortal.Comments;

/// <summary>Where a comment comes from, and whether it may.</summary>
/// <param name="NetworkId">See <see cref="CommentNetworks"/>.</param>
/// <param name="IsSurge">More comes in under the story than can be read.</param>
/// <param name="Refusal">What the sender is told instead; null where they may.</param>
public sealed record Admitted(string NetworkId, bool IsSurge, Posted? Refusal = null)
{
    /// <summary>Where they gave one.</summary>
    public SealedEmail? Email { get; init; }
}

/// <summary>Limits for senders, looked up among the comments of late. Inside a write, so that none slips past another.</summary>
public sealed class Admission(NewsDb db, CommentNetworks networks, SurgeWatch surges, CommenterEmails emails)
{
    /// <summary>So many comments from one network within <see cref="Span"/> are a person's.</summary>
    public const int MostPerSpan = 10;
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    private static readonly CompiledQuery<string, DateTime, Comment> From = new((db, network, since) => db.Comments.AsNoTracking()
        .Where(c => c.NetworkId == network.Value && c.PostedUtc > since.Value).OrderByDescending(c => c.PostedUtc).Take(MostPerSpan));

    public async Task<Admitted> LookAsync(CommentForm form, CommentCopy copy, Sender sender, DateTime now, CancellationToken cancel)
    {
        var network = await networks.IdOfAsync(sender.Network, now, cancel);
        var recent = await From.Ask(db, network, now - Span).ToListAsync(cancel);
        // Of somebody known to be another it is no repetition. Who is not known may have clicked twice.
        if (recent.Find(c => c.Body == copy.Body && c.Name == copy.Name && c.ArticleId == form.ArticleId && c.ParentId == form.ParentId && c.State != CommentState.Withdrawn
            && (sender.Who.CommenterId is null || c.CommenterId == sender.Who.CommenterId)) is { } same)
        {
            return Refused(new Posted(PostingOutcome.Again, same));
        }

        if (recent.Count >= MostPerSpan)
        {
            return Refused(new Posted(PostingOutcome.TooOften));
        }

        var email = copy.Email is { } typed ? await emails.SealAsync(typed, cancel) : null;
        if (await db.BanAsync(new KnownBy(sender.Who.CommenterId, sender.Who.AccountId, email?.Key, network), now, cancel) is { } ban)
        {
            return Refused(new Posted(PostingOutcome.Banned) { Ban = ban });
        }

        var isSurge = await surges.IsOnAsync(form.ArticleId, now, cancel);
        return isSurge && recent.Exists(c => c.ArticleId == form.ArticleId && c.PostedUtc > now - SurgeWatch.Pause)
            ? Refused(new Posted(PostingOutcome.Slow))
            : new Admitted(network, isSurge) { Email = email };

        Admitted Refused(Posted why) => new(network, IsSurge: false, why);
    }
}

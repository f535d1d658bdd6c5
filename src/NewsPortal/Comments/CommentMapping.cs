using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsPortal.Comments;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.Version).IsConcurrencyToken();
        comment.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        comment.Property(c => c.State).HasConversion<string>().HasMaxLength(16);
        comment.Property(c => c.Name).HasMaxLength(Comment.NameLength);
        comment.Property(c => c.EmailSealed).HasMaxLength(1000);
        comment.Property(c => c.EmailKey).HasMaxLength(Comment.KeyLength);
        comment.Property(c => c.NetworkId).HasMaxLength(Comment.KeyLength);
        comment.Property(c => c.Body).HasMaxLength(Comment.BodyLength);
        comment.HasOne(c => c.Article).WithMany().HasForeignKey(c => c.ArticleId);
        comment.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Root).WithMany().HasForeignKey(c => c.RootId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Commenter).WithMany().HasForeignKey(c => c.CommenterId).OnDelete(DeleteBehavior.Restrict);
        comment.HasMany(c => c.Holds).WithOne().HasForeignKey(h => h.CommentId);
        comment.HasMany(c => c.Appeals).WithOne().HasForeignKey(a => a.CommentId);
        comment.HasMany(c => c.Decisions).WithOne(d => d.Comment).HasForeignKey(d => d.CommentId);
        comment.HasIndex(c => new { c.ArticleId, c.Kind, c.State, c.RootId, c.PostedUtc, c.Id });
        Places(comment);
        Queues(comment);
    }

    // What readers see in another order, and what keeps the place of a comment that was taken away.
    private static void Places(EntityTypeBuilder<Comment> comment)
    {
        comment.HasIndex(c => new { c.ArticleId, c.ApprovedReplies, c.Id }, "IX_Comments_ArticleId_Replied").HasFilter("[RootId] IS NULL AND [Kind] = 'Comment' AND [State] = 'Approved'");
        comment.HasIndex(c => new { c.ArticleId, c.PostedUtc, c.Id }, "IX_Comments_ArticleId_Kept").HasFilter("[RootId] IS NULL AND [Kind] = 'Comment' AND [State] <> 'Approved' AND [ApprovedReplies] > 0");
    }

    // Each way into a queue is an index in the queue's order, so that a page costs the same at ten million comments.
    private static void Queues(EntityTypeBuilder<Comment> comment)
    {
        comment.HasIndex(c => new { c.State, c.QueuedUtc, c.Id });
        comment.HasIndex(c => new { c.SectionId, c.State, c.QueuedUtc, c.Id });
        comment.HasIndex(c => new { c.ArticleId, c.State, c.QueuedUtc, c.Id });
        comment.HasIndex(c => new { c.CommenterId, c.PostedUtc, c.Id });
        comment.HasIndex(c => new { c.NetworkId, c.PostedUtc });
        comment.HasIndex(c => new { c.PostedUtc, c.Id }, "IX_Comments_WithEmail").HasFilter("[EmailSealed] IS NOT NULL");
        comment.HasIndex(c => new { c.PostedUtc, c.Id }, "IX_Comments_WithNetwork").HasFilter("[NetworkId] IS NOT NULL");
        comment.HasIndex(c => new { c.QueuedUtc, c.Id }, "IX_Comments_Reported").HasFilter("[Reports] > 0");
        comment.HasIndex(c => new { c.SectionId, c.QueuedUtc, c.Id }, "IX_Comments_SectionId_Reported").HasFilter("[Reports] > 0");
        // Led by the state, which SQLite would else look up among all that wait.
        comment.HasIndex(c => new { c.State, c.Fingerprint, c.Id }, "IX_Comments_Alike").HasFilter("[State] = 'Pending' AND [Fingerprint] <> 0");
    }
}

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
        comment.Property(c => c.Email).HasMaxLength(254);
        comment.Property(c => c.Body).HasMaxLength(Comment.BodyLength);
        comment.HasOne(c => c.Article).WithMany().HasForeignKey(c => c.ArticleId);
        comment.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Root).WithMany().HasForeignKey(c => c.RootId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.ArticleId, c.Kind, c.State, c.RootId, c.PostedUtc, c.Id });
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsPortal.Comments.Appeals;

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.Property(a => a.Text).HasMaxLength(Appeal.MostCharacters);
        // Unique, so that two forms sent at once are one appeal.
        appeal.HasIndex(a => a.CommentId).IsUnique();
    }
}

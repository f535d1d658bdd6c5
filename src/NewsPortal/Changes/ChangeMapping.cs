using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsPortal.Changes;

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.HasKey(c => c.Seq);
        change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(32);
        change.Property(c => c.Subject).HasMaxLength(64);
        change.HasIndex(c => c.AtUtc);
    }
}

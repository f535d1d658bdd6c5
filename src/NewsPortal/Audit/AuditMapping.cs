using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;

namespace NewsPortal.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(32);
        entry.Property(e => e.By).HasMaxLength(Signature.NameLength);
        entry.Property(e => e.Subject).HasMaxLength(64);
        entry.Property(e => e.Title).HasMaxLength(AuditEntry.TitleLength);
        entry.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLength);
        entry.HasIndex(e => new { e.AtUtc, e.Id });
        entry.HasIndex(e => new { e.Subject, e.AtUtc, e.Id });
        entry.HasIndex(e => new { e.ById, e.AtUtc, e.Id });
    }
}

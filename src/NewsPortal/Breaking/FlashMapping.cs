using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;

namespace NewsPortal.Breaking;

internal sealed class FlashMapping : IEntityTypeConfiguration<Flash>
{
    public void Configure(EntityTypeBuilder<Flash> flash)
    {
        flash.Property(f => f.Level).HasConversion<string>().HasMaxLength(16);
        flash.Property(f => f.Text).HasMaxLength(Flash.TextLength);
        flash.Property(f => f.RaisedBy).HasMaxLength(Signature.NameLength);
        flash.Property(f => f.Ending).HasConversion<string>().HasMaxLength(16);
        flash.Property(f => f.Version).IsConcurrencyToken();
        flash.HasOne(f => f.Section).WithMany().HasForeignKey(f => f.SectionId).OnDelete(DeleteBehavior.Restrict);
        flash.HasOne(f => f.Article).WithMany().HasForeignKey(f => f.ArticleId).OnDelete(DeleteBehavior.Restrict);
        flash.HasOne(f => f.ReplacedBy).WithMany().HasForeignKey(f => f.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        flash.HasIndex(f => new { f.EndsUtc, f.RaisedUtc });
        flash.HasIndex(f => f.Key).IsUnique();
    }
}

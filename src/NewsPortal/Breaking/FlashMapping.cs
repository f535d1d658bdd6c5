using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsPortal.Breaking;

internal sealed class FlashMapping : IEntityTypeConfiguration<Flash>
{
    public void Configure(EntityTypeBuilder<Flash> flash)
    {
        flash.Property(f => f.Level).HasConversion<string>().HasMaxLength(16);
        flash.Property(f => f.Text).HasMaxLength(Flash.TextLength);
        flash.Property(f => f.Version).IsConcurrencyToken();
        flash.HasOne(f => f.Article).WithMany().HasForeignKey(f => f.ArticleId).OnDelete(DeleteBehavior.Restrict);
        flash.HasIndex(f => new { f.EndsUtc, f.RaisedUtc });
    }
}

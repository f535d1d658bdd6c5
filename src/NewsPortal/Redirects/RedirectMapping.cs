using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Data;

namespace NewsPortal.Redirects;

internal sealed class RedirectMapping : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> redirect)
    {
        redirect.Property(r => r.Path).HasMaxLength(Redirect.PathLength).IsKeyText();
        redirect.Property(r => r.Target).HasMaxLength(Redirect.PathLength);
        redirect.HasOne(r => r.Article).WithMany().HasForeignKey(r => r.ArticleId).OnDelete(DeleteBehavior.Cascade);
        redirect.HasIndex(r => r.Path).IsUnique();
    }
}

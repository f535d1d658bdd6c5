using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Articles.Previewing;

internal sealed class PreviewLinkMapping : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(PreviewLink.HashLength).IsKeyText();
        link.Property(l => l.By).HasMaxLength(Signature.NameLength);
        link.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId);
        link.HasIndex(l => l.TokenHash).IsUnique();
        link.HasIndex(l => l.ArticleId);
    }
}

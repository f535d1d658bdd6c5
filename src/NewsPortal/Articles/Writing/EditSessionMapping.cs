using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Articles.Writing;

internal sealed class EditSessionMapping : IEntityTypeConfiguration<EditSession>
{
    public void Configure(EntityTypeBuilder<EditSession> session)
    {
        session.Property(s => s.Id).HasMaxLength(EditSession.IdLength).IsKeyText();
        session.Property(s => s.Name).HasMaxLength(Signature.NameLength);
        session.Property(s => s.BaseCopy!).StoredAsText();
        session.Property(s => s.RefusedCopy!).StoredAsText();
        session.Property(s => s.TheirCopy!).StoredAsText();
        session.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId);
        session.HasIndex(s => new { s.ArticleId, s.SeenUtc });
        session.HasIndex(s => s.SeenUtc);
    }
}

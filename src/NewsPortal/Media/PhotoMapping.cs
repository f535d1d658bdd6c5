using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Data;

namespace NewsPortal.Media;

internal sealed class PhotoMapping : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> photo)
    {
        photo.Property(p => p.Hash).HasMaxLength(64).IsKeyText();
        photo.Property(p => p.Name).HasMaxLength(120);
        photo.Property(p => p.Caption).HasMaxLength(Photo.CaptionLength);
        photo.Property(p => p.Alt).HasMaxLength(Photo.AltLength);
        photo.Property(p => p.Credit).HasMaxLength(Photo.CreditLength);
        photo.Property(p => p.SourceUrl).HasMaxLength(2000);
        photo.HasIndex(p => p.Hash);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Data;

namespace NewsPortal.Import;

internal sealed class ImportedItemMapping : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> item)
    {
        item.Property(i => i.Source).HasMaxLength(300).IsKeyText();
        item.Property(i => i.Kind).HasMaxLength(16).IsKeyText();
        item.Property(i => i.Key).HasMaxLength(300).IsKeyText();
        item.HasIndex(i => new { i.Source, i.Kind, i.Key }).IsUnique();
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Data;

namespace NewsPortal.Changes;

internal sealed class ChangeCursorMapping : IEntityTypeConfiguration<ChangeCursor>
{
    public void Configure(EntityTypeBuilder<ChangeCursor> cursor)
    {
        cursor.HasKey(c => c.Name);
        cursor.Property(c => c.Name).HasMaxLength(ChangeCursor.NameLength).IsKeyText();
    }
}

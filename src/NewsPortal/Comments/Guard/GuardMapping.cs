using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

internal sealed class GuardMapping : IEntityTypeConfiguration<UsedStamp>, IEntityTypeConfiguration<ListedWord>
{
    public void Configure(EntityTypeBuilder<UsedStamp> stamp)
    {
        stamp.HasKey(s => s.Nonce);
        stamp.Property(s => s.Nonce).HasMaxLength(UsedStamp.NonceLength).IsKeyText();
        stamp.HasIndex(s => s.ExpiresUtc);
    }

    public void Configure(EntityTypeBuilder<ListedWord> word)
    {
        word.Property(w => w.Text).HasMaxLength(ListedWord.TextLength);
        word.Property(w => w.Note).HasMaxLength(ListedWord.NoteLength);
        word.Property(w => w.By).HasMaxLength(Signature.NameLength);
    }
}

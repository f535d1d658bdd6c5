using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Comments.Guard;

internal sealed class GuardMapping : IEntityTypeConfiguration<UsedStamp>, IEntityTypeConfiguration<ListedWord>, IEntityTypeConfiguration<SpamWord>, IEntityTypeConfiguration<SpamLesson>
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

    public void Configure(EntityTypeBuilder<SpamWord> word)
    {
        word.HasKey(w => w.Hash);
        word.Property(w => w.Hash).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SpamLesson> lesson)
    {
        lesson.HasKey(l => l.CommentId);
        lesson.Property(l => l.CommentId).ValueGeneratedNever();
        lesson.HasOne<Comment>().WithMany().HasForeignKey(l => l.CommentId);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Data;

namespace NewsPortal.Comments.Notices;

internal sealed class SubscriberMapping : IEntityTypeConfiguration<Subscriber>
{
    public void Configure(EntityTypeBuilder<Subscriber> subscriber)
    {
        subscriber.Property(s => s.Version).IsConcurrencyToken();
        subscriber.Property(s => s.EmailKey).HasMaxLength(Comment.KeyLength).IsKeyText();
        subscriber.Property(s => s.EmailSealed).HasMaxLength(1000);
        subscriber.HasIndex(s => s.EmailKey).IsUnique();
    }
}

internal sealed class LetterWishMapping : IEntityTypeConfiguration<LetterWish>
{
    public void Configure(EntityTypeBuilder<LetterWish> wish)
    {
        wish.HasOne(w => w.Subscriber).WithMany().HasForeignKey(w => w.SubscriberId);
        wish.HasOne<Comment>().WithMany().HasForeignKey(w => w.CommentId);
        wish.HasMany(w => w.Notices).WithOne(n => n.Wish).HasForeignKey(n => n.WishId);
        wish.HasIndex(w => w.CommentId).IsUnique();
        wish.HasIndex(w => w.AtUtc);
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.Property(n => n.Kind).HasConversion<string>().HasMaxLength(16);
        notice.HasIndex(n => new { n.Kind, n.TellsOf }).IsUnique().HasFilter("[TellsOf] IS NOT NULL");
        notice.HasIndex(n => n.DueUtc, "IX_Notices_Waiting").HasFilter("[DoneUtc] IS NULL");
        notice.HasIndex(n => new { n.WishId, n.DoneUtc });
    }
}

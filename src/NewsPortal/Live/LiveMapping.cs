using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;

namespace NewsPortal.Live;

internal sealed class LiveMapping : IEntityTypeConfiguration<Coverage>, IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Coverage> coverage)
    {
        coverage.HasKey(c => c.ArticleId);
        coverage.HasOne(c => c.Article).WithOne(a => a.Coverage).HasForeignKey<Coverage>(c => c.ArticleId);
        coverage.Property(c => c.Version).IsConcurrencyToken();
        coverage.Property(c => c.StartedBy).HasMaxLength(Signature.NameLength);
        coverage.Property(c => c.Summary).HasMaxLength(Coverage.SummaryLength);
    }

    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.ToTable("Entries");
        entry.HasOne(e => e.Coverage).WithMany().HasForeignKey(e => e.ArticleId);
        entry.HasOne(e => e.Author).WithMany().HasForeignKey(e => e.AuthorId).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne(e => e.Story).WithMany().HasForeignKey(e => e.StoryId).OnDelete(DeleteBehavior.Restrict);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.Property(e => e.State).HasConversion<string>().HasMaxLength(16);
        entry.Property(e => e.Headline).HasMaxLength(Entry.HeadlineLength);
        entry.Property(e => e.Place).HasMaxLength(Entry.PlaceLength);
        entry.Property(e => e.WrittenBy).HasMaxLength(Signature.NameLength);
        entry.Property(e => e.SignedOffBy).HasMaxLength(Signature.NameLength);
        entry.Property(e => e.Note).HasMaxLength(Entry.NoteLength);
        // Readers' pages and the desk's walk these from either end, past the few that are deleted; what waits has the number 0.
        entry.HasIndex(e => new { e.ArticleId, e.Order });
        entry.HasIndex(e => new { e.ArticleId, e.IsKey, e.Order });
        entry.HasIndex(e => e.Key).IsUnique();
    }
}

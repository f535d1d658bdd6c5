using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;

namespace NewsPortal.Comments;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.Property(d => d.By).HasMaxLength(Signature.NameLength);
        decision.Property(d => d.Verdict).HasConversion<string>().HasMaxLength(16);
        decision.Property(d => d.FromState).HasConversion<string>().HasMaxLength(16);
        decision.Property(d => d.Reason).HasConversion<string>().HasMaxLength(24);
        decision.Property(d => d.Note).HasMaxLength(Decision.NoteLength);
        decision.Property(d => d.WriterNote).HasMaxLength(Decision.NoteLength);
        decision.Property(d => d.Rule).HasConversion<string>().HasMaxLength(24);
        decision.HasIndex(d => new { d.CommentId, d.Id });
        decision.HasIndex(d => new { d.CommenterId, d.Id });
        decision.HasIndex(d => new { d.ById, d.Id });
        decision.HasIndex(d => new { d.SectionId, d.Id });
        decision.HasIndex(d => d.Batch);
    }
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> hold)
    {
        hold.Property(h => h.Kind).HasConversion<string>().HasMaxLength(24);
        hold.Property(h => h.Detail).HasMaxLength(Hold.DetailLength);
        hold.HasIndex(h => new { h.CommentId, h.Id });
    }
}

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.Property(r => r.Reason).HasConversion<string>().HasMaxLength(24);
        report.Property(r => r.NetworkId).HasMaxLength(Comment.KeyLength);
        report.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId);
        report.HasIndex(r => new { r.CommentId, r.Id });
        report.HasIndex(r => new { r.NetworkId, r.AtUtc });
        report.HasIndex(r => r.AtUtc);
        report.HasIndex(r => new { r.AtUtc, r.Id }, "IX_Reports_WithNetwork").HasFilter("[NetworkId] IS NOT NULL");
    }
}

internal sealed class SurgeMapping : IEntityTypeConfiguration<Surge>
{
    public void Configure(EntityTypeBuilder<Surge> surge)
    {
        surge.HasKey(s => s.ArticleId);
        surge.Property(s => s.ArticleId).ValueGeneratedNever();
        surge.Property(s => s.Cause).HasConversion<string>().HasMaxLength(16);
        surge.HasOne(s => s.Article).WithMany().HasForeignKey(s => s.ArticleId);
        surge.HasIndex(s => s.UntilUtc);
    }
}

internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.HasKey(c => c.CommentId);
        claim.Property(c => c.CommentId).ValueGeneratedNever();
        claim.Property(c => c.By).HasMaxLength(Signature.NameLength);
        claim.HasOne<Comment>().WithMany().HasForeignKey(c => c.CommentId);
    }
}

internal sealed class CommenterMapping : IEntityTypeConfiguration<Commenter>
{
    public void Configure(EntityTypeBuilder<Commenter> commenter)
    {
        commenter.Property(c => c.Name).HasMaxLength(Comment.NameLength);
        commenter.HasOne<Account>().WithOne().HasForeignKey<Commenter>(c => c.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BanMapping : IEntityTypeConfiguration<Ban>
{
    public void Configure(EntityTypeBuilder<Ban> ban)
    {
        ban.Property(b => b.Kind).HasConversion<string>().HasMaxLength(16);
        ban.Property(b => b.Key).HasMaxLength(Comment.KeyLength);
        ban.Property(b => b.Name).HasMaxLength(Comment.NameLength);
        ban.Property(b => b.Reason).HasMaxLength(Ban.ReasonLength);
        ban.Property(b => b.By).HasMaxLength(Signature.NameLength);
        ban.HasIndex(b => new { b.Kind, b.Key });
        ban.HasIndex(b => new { b.UntilUtc, b.Id });
    }
}

internal sealed class NetworkKeyMapping : IEntityTypeConfiguration<NetworkKey>
{
    public void Configure(EntityTypeBuilder<NetworkKey> key)
    {
        key.HasKey(k => k.Day);
        key.Property(k => k.Secret).HasMaxLength(NetworkKey.Length);
    }
}

internal sealed class QueueCountMapping : IEntityTypeConfiguration<QueueCount>
{
    public void Configure(EntityTypeBuilder<QueueCount> count)
    {
        count.HasKey(c => new { c.SectionId, c.Queue });
        count.Property(c => c.Queue).HasConversion<string>().HasMaxLength(16);
    }
}

internal sealed class ServiceHourMapping : IEntityTypeConfiguration<ServiceHour>
{
    public void Configure(EntityTypeBuilder<ServiceHour> hour)
    {
        hour.HasKey(h => new { h.HourUtc, h.SectionId, h.Measure });
        hour.Property(h => h.Measure).HasConversion<string>().HasMaxLength(16);
    }
}

using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Accounts;
using NewsPortal.Data;
using NewsPortal.Media;

namespace NewsPortal.Articles;

internal sealed class ArticleMapping :
    IEntityTypeConfiguration<Article>,
    IEntityTypeConfiguration<Draft>,
    IEntityTypeConfiguration<Revision>,
    IEntityTypeConfiguration<Byline>,
    IEntityTypeConfiguration<ArticleTag>,
    IEntityTypeConfiguration<RelatedStory>,
    IEntityTypeConfiguration<Correction>,
    IEntityTypeConfiguration<Schedule>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.Property(a => a.Kind).HasConversion<string>().HasMaxLength(16);
        article.Property(a => a.State).HasConversion<string>().HasMaxLength(16);
        article.Property(a => a.Version).IsConcurrencyToken();
        article.Property(a => a.Slug).HasMaxLength(Article.SlugLength).IsKeyText();
        article.Property(a => a.Headline).HasMaxLength(Copy.HeadlineLength);
        article.Property(a => a.FrontHeadline).HasMaxLength(Copy.HeadlineLength);
        article.Property(a => a.SearchTitle).HasMaxLength(Copy.HeadlineLength);
        article.Property(a => a.SearchDescription).HasMaxLength(Copy.StandfirstLength);
        article.Property(a => a.SocialTitle).HasMaxLength(Copy.HeadlineLength);
        article.Property(a => a.SocialText).HasMaxLength(Copy.StandfirstLength);
        article.Property(a => a.Standfirst).HasMaxLength(Copy.StandfirstLength);
        article.Property(a => a.Kicker).HasMaxLength(Copy.KickerLength);
        article.Property(a => a.Language).HasMaxLength(35);
        article.Property(a => a.WorkType).HasConversion<string>().HasMaxLength(16);
        article.Property(a => a.CommentsMode).HasConversion<string>().HasMaxLength(16);
        article.Property(a => a.LeadCaption).HasMaxLength(Photo.CaptionLength);
        article.Property(a => a.LeadAlt).HasMaxLength(Photo.AltLength);
        article.Property(a => a.LeadCredit).HasMaxLength(Photo.CreditLength);
        article.Ignore(a => a.LeadFigure);
        article.Property(a => a.StartedBy).HasMaxLength(Signature.NameLength);
        article.Property(a => a.WithdrawnReason).HasMaxLength(Article.WithdrawnReasonLength);
        article.HasIndex(a => a.StartedById);
        article.HasOne(a => a.Section).WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.LeadPhoto).WithMany().HasForeignKey(a => a.LeadPhotoId).OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.SocialPhoto).WithMany().HasForeignKey(a => a.SocialPhotoId).OnDelete(DeleteBehavior.Restrict);
        // Every list of stories walks one of these from its newest end; none of them sorts.
        article.HasIndex(a => new { a.Kind, a.State, a.PublishedUtc, a.Id });
        article.HasIndex(a => new { a.SectionId, a.Kind, a.State, a.PublishedUtc, a.Id });
        article.HasIndex(a => new { a.LastMinute, a.Kind, a.State, a.PublishedUtc, a.Id });
        article.HasIndex(a => new { a.WorkType, a.Kind, a.State, a.PublishedUtc, a.Id });
        article.HasIndex(a => new { a.Pinned, a.Kind, a.State, a.PublishedUtc, a.Id });
    }

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasKey(d => d.ArticleId);
        draft.HasOne<Article>().WithOne(a => a.Draft).HasForeignKey<Draft>(d => d.ArticleId);
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.Property(d => d.State).HasConversion<string>().HasMaxLength(16);
        draft.Property(d => d.Copy).StoredAsText();
        draft.Property(d => d.Headline).HasMaxLength(Copy.HeadlineLength);
        draft.Property(d => d.Slug).HasMaxLength(Article.SlugLength);
        draft.Property(d => d.ItemState).HasConversion<string>().HasMaxLength(16);
        draft.Property(d => d.FindText).HasMaxLength(Draft.FindTextLength);
        draft.Ignore(d => d.Rendered);
        // Every list of the desk walks one of these from what changed last.
        draft.HasIndex(d => new { d.ChangedUtc, d.ArticleId, d.FindText });
        draft.HasIndex(d => new { d.State, d.ChangedUtc, d.ArticleId });
        draft.HasIndex(d => new { d.ItemState, d.ChangedUtc, d.ArticleId });
        draft.HasIndex(d => new { d.SectionId, d.ChangedUtc, d.ArticleId });
        draft.Property(d => d.SavedBy).HasMaxLength(Signature.NameLength);
        draft.Property(d => d.WriterIds).StoredAsText();
        draft.Property(d => d.Note).HasMaxLength(Draft.NoteLength);
    }

    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.HasOne<Article>().WithMany(a => a.Revisions).HasForeignKey(r => r.ArticleId);
        revision.Property(r => r.Copy).StoredAsText();
        revision.Property(r => r.By).HasMaxLength(Signature.NameLength);
        revision.Property(r => r.Note).HasMaxLength(Revision.NoteLength);
        revision.Property(r => r.Name).HasMaxLength(Revision.NameLength);
        revision.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Byline> byline)
    {
        byline.HasKey(b => new { b.ArticleId, b.AuthorId });
        byline.HasOne(b => b.Article).WithMany(a => a.Bylines).HasForeignKey(b => b.ArticleId);
        byline.HasOne(b => b.Author).WithMany().HasForeignKey(b => b.AuthorId).OnDelete(DeleteBehavior.Restrict);
        byline.Property(b => b.Role).HasConversion<string>().HasMaxLength(16);
        byline.Property(b => b.Place).HasMaxLength(120);
        byline.HasIndex(b => new { b.AuthorId, b.ListedUtc, b.ArticleId });
    }

    public void Configure(EntityTypeBuilder<ArticleTag> tag)
    {
        tag.HasKey(t => new { t.ArticleId, t.TagId });
        tag.HasOne(t => t.Article).WithMany(a => a.Tags).HasForeignKey(t => t.ArticleId);
        tag.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
        tag.HasIndex(t => new { t.TagId, t.ListedUtc, t.ArticleId });
    }

    public void Configure(EntityTypeBuilder<RelatedStory> related)
    {
        related.ToTable("RelatedStories");
        related.HasKey(r => new { r.ArticleId, r.RelatedId });
        related.HasOne<Article>().WithMany(a => a.Related).HasForeignKey(r => r.ArticleId);
        related.HasOne(r => r.To).WithMany().HasForeignKey(r => r.RelatedId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.HasOne<Article>().WithMany(a => a.Corrections).HasForeignKey(c => c.ArticleId);
        correction.Property(c => c.Kind).HasConversion<string>().HasMaxLength(16);
        correction.Property(c => c.Text).HasMaxLength(Correction.TextLength);
        correction.Property(c => c.By).HasMaxLength(Signature.NameLength);
        correction.HasIndex(c => c.AtUtc);
    }

    public void Configure(EntityTypeBuilder<Schedule> schedule)
    {
        schedule.HasOne(s => s.Article).WithMany(a => a.Schedules).HasForeignKey(s => s.ArticleId);
        schedule.Property(s => s.Move).HasConversion<string>().HasMaxLength(16);
        schedule.Property(s => s.WallTime).HasMaxLength(WallTime.TextLength);
        schedule.Property(s => s.Zone).HasMaxLength(WallTime.ZoneLength);
        schedule.Property(s => s.By).HasMaxLength(Signature.NameLength);
        schedule.Property(s => s.Copy!).StoredAsText();
        schedule.Property(s => s.Reason).HasMaxLength(Article.WithdrawnReasonLength);
        schedule.Property(s => s.LastError).HasMaxLength(Schedule.ErrorLength);
        schedule.Ignore(s => s.Signature).Ignore(s => s.Late);
        schedule.HasIndex(s => new { s.ClaimedUtc, s.TryUtc });
    }
}

internal static class TextColumns
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A copy is read and written whole and never searched inside, so it is one text and not columns.</summary>
    public static PropertyBuilder<Copy> StoredAsText(this PropertyBuilder<Copy> property) => property.HasConversion(
        copy => JsonSerializer.Serialize(copy, Options),
        text => JsonSerializer.Deserialize<Copy>(text, Options)!,
        new ValueComparer<Copy>((a, b) => ReferenceEquals(a, b), copy => copy.GetHashCode(), copy => copy));

    /// <summary>A handful of ids that are read with their row and never searched for.</summary>
    public static PropertyBuilder<IReadOnlyList<int>> StoredAsText(this PropertyBuilder<IReadOnlyList<int>> property) => property.HasConversion(
        ids => string.Join(' ', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))),
        text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToList(),
        new ValueComparer<IReadOnlyList<int>>((a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids));
}

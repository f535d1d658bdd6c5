using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Articles;
using NewsPortal.Data;

namespace NewsPortal.Sections;

internal sealed class SectionMapping : IEntityTypeConfiguration<Section>, IEntityTypeConfiguration<Tag>, IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Section> section)
    {
        section.Property(s => s.Slug).HasMaxLength(Section.SlugLength).IsKeyText();
        section.Property(s => s.Name).HasMaxLength(Section.NameLength);
        section.Property(s => s.Description).HasMaxLength(Section.DescriptionLength);
        section.Property(s => s.Language).HasMaxLength(35);
        section.Property(s => s.CommentsMode).HasConversion<string>().HasMaxLength(16).HasDefaultValue(CommentsMode.Inherit);
        section.HasIndex(s => s.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.Property(t => t.Slug).HasMaxLength(Tag.SlugLength).IsKeyText();
        tag.Property(t => t.Name).HasMaxLength(Tag.NameLength);
        tag.Property(t => t.Description).HasMaxLength(1000);
        tag.HasIndex(t => t.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Author> author)
    {
        author.Property(a => a.Slug).HasMaxLength(Author.SlugLength).IsKeyText();
        author.Property(a => a.Name).HasMaxLength(Author.NameLength);
        author.Property(a => a.JobTitle).HasMaxLength(Author.JobTitleLength);
        author.Property(a => a.Bio).HasMaxLength(Author.BioLength);
        author.Property(a => a.Email).HasMaxLength(Author.EmailLength);
        author.HasIndex(a => a.Slug).IsUnique();
    }
}

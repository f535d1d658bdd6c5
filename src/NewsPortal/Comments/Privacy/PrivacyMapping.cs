using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsPortal.Comments.Privacy;

internal sealed class PrivacyMapping : IEntityTypeConfiguration<EmailSecret>
{
    public void Configure(EntityTypeBuilder<EmailSecret> secret)
    {
        secret.Property(s => s.Id).ValueGeneratedNever();
        secret.Property(s => s.Sealed).HasMaxLength(1000);
    }
}

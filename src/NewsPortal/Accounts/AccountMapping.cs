using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsPortal.Data;
using NewsPortal.Sections;

namespace NewsPortal.Accounts;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<AccountSection>,
    IEntityTypeConfiguration<StaffSession>,
    IEntityTypeConfiguration<OneTimeLink>,
    IEntityTypeConfiguration<SignInFailure>,
    IEntityTypeConfiguration<IdentityUserToken<int>>,
    IEntityTypeConfiguration<IdentityUserPasskey<int>>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.Property(a => a.Name).HasMaxLength(Account.NameLength);
        account.Property(a => a.Role).HasConversion<string>().HasMaxLength(16);
        account.Property(a => a.UserName).HasMaxLength(Account.EmailLength);
        account.Property(a => a.Email).HasMaxLength(Account.EmailLength);
        account.Property(a => a.EmailSealed).HasMaxLength(1000);
        account.Property(a => a.NormalizedUserName).HasMaxLength(Account.EmailLength).IsKeyText();
        account.Property(a => a.NormalizedEmail).HasMaxLength(Account.EmailLength).IsKeyText();
        account.Property(a => a.PasswordHash).HasMaxLength(256);
        account.Property(a => a.SecurityStamp).HasMaxLength(64);
        account.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        account.Property(a => a.LastCode).HasMaxLength(16);
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        // The framework's lockout shuts the person out; ours makes the guesser wait.
        account.Ignore(a => a.LockoutEnd).Ignore(a => a.LockoutEnabled).Ignore(a => a.AccessFailedCount);
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
        account.HasIndex(a => a.NormalizedEmail);
        // The newsroom's lists do not grow with its readers.
        account.HasIndex(a => a.Name, "IX_Accounts_OfStaff").HasFilter("[Role] <> 'Reader'");
    }

    public void Configure(EntityTypeBuilder<AccountSection> section)
    {
        section.HasKey(s => new { s.AccountId, s.SectionId });
        section.HasOne<Account>().WithMany(a => a.Sections).HasForeignKey(s => s.AccountId);
        section.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId);
    }

    public void Configure(EntityTypeBuilder<StaffSession> session)
    {
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId);
        session.Property(s => s.Stamp).HasMaxLength(64);
        session.Property(s => s.Browser).HasMaxLength(StaffSession.BrowserLength);
        session.Property(s => s.Network).HasMaxLength(64);
        session.HasIndex(s => s.ExpiresUtc);
    }

    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(64).IsKeyText();
        link.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(16);
        link.Property(l => l.UsedUtc).IsConcurrencyToken();
        link.HasOne(l => l.Account).WithMany().HasForeignKey(l => l.AccountId);
        link.HasIndex(l => l.TokenHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SignInFailure> failure)
    {
        failure.HasKey(f => f.Key);
        failure.Property(f => f.Key).HasMaxLength(64).IsKeyText();
        failure.HasIndex(f => f.UntilUtc);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token)
    {
        token.ToTable("AccountTokens");
        token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
        token.Property(t => t.LoginProvider).HasMaxLength(64).IsKeyText();
        token.Property(t => t.Name).HasMaxLength(64).IsKeyText();
        token.Property(t => t.Value).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<int>> passkey)
    {
        passkey.ToTable("Passkeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(Passkeys.CredentialIdLength);
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
        passkey.OwnsOne(p => p.Data, data =>
        {
            data.WithOwner().HasForeignKey("CredentialId");
            data.Property<byte[]>("CredentialId").HasMaxLength(Passkeys.CredentialIdLength);
            data.Property(d => d.Name).HasMaxLength(Account.NameLength);
            data.Property(d => d.Transports).HasMaxLength(200).HasConversion(
                list => list == null ? null : string.Join(' ', list),
                text => text == null ? null : text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                new ValueComparer<string[]>((a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)), list => list.Length, list => list));
        });
    }
}

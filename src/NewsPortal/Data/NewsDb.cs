using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Articles.Previewing;
using NewsPortal.Articles.Writing;
using NewsPortal.Audit;
using NewsPortal.Breaking;
using NewsPortal.Changes;
using NewsPortal.Comments;
using NewsPortal.Comments.Appeals;
using NewsPortal.Comments.Guard;
using NewsPortal.Comments.Notices;
using NewsPortal.Comments.Privacy;
using NewsPortal.Import;
using NewsPortal.Live;
using NewsPortal.Media;
using NewsPortal.Redirects;
using NewsPortal.Sections;

namespace NewsPortal.Data;

/// <summary>
/// The paper's database, on either engine. Saving adds one to the version of every changed row and writes the
/// <see cref="Change"/> and <see cref="AuditEntry"/> rows that the saved entities tell, all in one transaction.
/// </summary>
public abstract partial class NewsDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<EditSession> EditSessions => Set<EditSession>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Byline> Bylines => Set<Byline>();

    public DbSet<ArticleTag> ArticleTags => Set<ArticleTag>();

    public DbSet<RelatedStory> RelatedStories => Set<RelatedStory>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    public DbSet<Section> Sections => Set<Section>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Flash> Flashes => Set<Flash>();

    public DbSet<Coverage> Coverages => Set<Coverage>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Commenter> Commenters => Set<Commenter>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<Subscriber> Subscribers => Set<Subscriber>();

    public DbSet<LetterWish> LetterWishes => Set<LetterWish>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<ListedWord> ListedWords => Set<ListedWord>();

    public DbSet<SpamWord> SpamWords => Set<SpamWord>();

    public DbSet<SpamLesson> SpamLessons => Set<SpamLesson>();

    public DbSet<EmailSecret> EmailSecrets => Set<EmailSecret>();

    public DbSet<UsedStamp> UsedStamps => Set<UsedStamp>();

    public DbSet<Surge> Surges => Set<Surge>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Ban> Bans => Set<Ban>();

    public DbSet<NetworkKey> NetworkKeys => Set<NetworkKey>();

    public DbSet<QueueCount> QueueCounts => Set<QueueCount>();

    public DbSet<ServiceHour> ServiceHours => Set<ServiceHour>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<IdentityUserPasskey<int>> Passkeys => Set<IdentityUserPasskey<int>>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<SignInFailure> SignInFailures => Set<SignInFailure>();

    public DbSet<Photo> Photos => Set<Photo>();

    public DbSet<Redirect> Redirects => Set<Redirect>();

    public DbSet<ImportedItem> ImportedItems => Set<ImportedItem>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<ChangeCursor> ChangeCursors => Set<ChangeCursor>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Every instance, and the next start, reads what this one signed.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.StoreUtc();
}

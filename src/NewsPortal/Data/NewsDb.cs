using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Breaking;
using NewsPortal.Changes;
using NewsPortal.Comments;
using NewsPortal.Import;
using NewsPortal.Media;
using NewsPortal.Redirects;
using NewsPortal.Sections;

namespace NewsPortal.Data;

/// <summary>
/// The paper's database, on either engine. Saving adds one to the version of every changed row and writes the
/// <see cref="Change"/> rows that the saved entities announce, all in one transaction.
/// </summary>
public abstract class NewsDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Draft> Drafts => Set<Draft>();

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

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Photo> Photos => Set<Photo>();

    public DbSet<Redirect> Redirects => Set<Redirect>();

    public DbSet<ImportedItem> ImportedItems => Set<ImportedItem>();

    public DbSet<Change> Changes => Set<Change>();

    /// <summary>
    /// Runs <paramref name="work"/> in one write transaction; nothing of it stays when it throws. On SQLite the
    /// process's writers wait for each other here, without blocking a thread.
    /// </summary>
    public abstract Task WriteAsync(Func<Task> work, CancellationToken cancel = default);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
        => throw new NotSupportedException("Saving waits for the write gate: use SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await SaveAndTellAsync(cancellationToken);
        }

        var written = 0;
        await WriteAsync(async () => written = await SaveAndTellAsync(cancellationToken), cancellationToken);
        return written;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.ApplyConfigurationsFromAssembly(typeof(NewsDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.StoreUtc();

    private async Task<int> SaveAndTellAsync(CancellationToken cancel)
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Modified or EntityState.Added))
        {
            var version = entry.Property(row => row.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }

        // Ids are known only after the first save, and a change names its subject by id.
        var announcers = ChangeTracker.Entries<Announcer>().Select(entry => entry.Entity).Where(entity => entity.HasAnnouncements).ToList();
        var written = await base.SaveChangesAsync(true, cancel);
        if (announcers.Count == 0)
        {
            return written;
        }

        Changes.AddRange(announcers.SelectMany(entity => entity.TakeAnnouncements()));
        return written + await base.SaveChangesAsync(true, cancel);
    }
}

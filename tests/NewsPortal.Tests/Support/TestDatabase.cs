using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using NewsPortal.Data;

namespace NewsPortal.Tests.Support;

/// <summary>
/// An empty, migrated database of its own: a SQLite file, or, when NEWSPORTAL_TEST_SQLSERVER names one, that SQL Server
/// database. There is only one of the latter, so its tests take turns: dispose what you no longer need. A test that
/// needs two databases at once is a test of SQLite.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly string? SqlServer = Environment.GetEnvironmentVariable("NEWSPORTAL_TEST_SQLSERVER") is { Length: > 0 } given ? given : null;
    private static readonly SemaphoreSlim SqlServerTurn = new(1, 1);
    private static readonly Lazy<byte[]> Template = new(MakeTemplate);
    private static readonly Lazy<bool> SqlServerMigrated = new(MigrateSqlServer);

    private readonly string? folder;
    private readonly DatabaseSettings settings;

    public TestDatabase()
    {
        if (SqlServer is not null)
        {
            settings = new DatabaseSettings(DatabaseEngine.SqlServer, FewConnections(SqlServer), MaxBatchSize);
            TakeTurn();
            return;
        }

        folder = Directory.CreateTempSubdirectory("newsportal-").FullName;
        var file = Path.Combine(folder, "news.db");
        File.WriteAllBytes(file, Template.Value);
        settings = Read(new() { ["ConnectionStrings:News"] = $"Data Source={file}" });
    }

    public static bool IsSqlServer => SqlServer is not null;

    public static int MigrationCount
    {
        get
        {
            using var db = Open(Read(new() { ["ConnectionStrings:News"] = "Data Source=unopened.db" }));
            return db.Database.GetMigrations().Count();
        }
    }

    public string ConnectionString => settings.ConnectionString;

    /// <summary>What a host is configured with to work on this database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Engine"] = settings.Engine.ToString(),
        ["ConnectionStrings:News"] = settings.ConnectionString,
    };

    private static int? MaxBatchSize => int.TryParse(Environment.GetEnvironmentVariable("Database__MaxBatchSize"), out var size) ? size : null;

    public NewsDb Open() => Open(settings);

    public void Dispose()
    {
        if (folder is null)
        {
            SqlServerTurn.Release();
            return;
        }

        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        TempFolder.Delete(folder);
    }

    internal static NewsDb Open(DatabaseSettings settings)
    {
        if (settings.Engine == DatabaseEngine.SqlServer)
        {
            var server = new DbContextOptionsBuilder<SqlServerNewsDb>();
            settings.Apply(server);
            return new SqlServerNewsDb(server.Options);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteNewsDb>();
        settings.Apply(sqlite);
        return new SqliteNewsDb(sqlite.Options);
    }

    /// <summary>The application's own registration of the Data room, outside a web host.</summary>
    internal static ServiceProvider Services(Dictionary<string, string?> values, string? contentRoot = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddLogging().AddData(configuration, new Place(contentRoot ?? Path.GetTempPath())).BuildServiceProvider();
    }

    private static DatabaseSettings Read(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var place = new Place(Path.GetTempPath());
        return DatabaseSettings.Read(configuration, new(configuration, place), place.ContentRootPath);
    }

    private static byte[] MakeTemplate()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("newsportal-").FullName, "news.db");
        using (var services = Services(new() { ["ConnectionStrings:News"] = $"Data Source={file};Pooling=False" }))
        {
            services.PrepareDatabaseAsync().GetAwaiter().GetResult();
        }

        var bytes = File.ReadAllBytes(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return bytes;
    }

    private static string FewConnections(string given) => new SqlConnectionStringBuilder(given) { MaxPoolSize = 10 }.ConnectionString;

    private static bool MigrateSqlServer()
    {
        using var services = Services(new() { ["Database:Engine"] = "SqlServer", ["ConnectionStrings:News"] = FewConnections(SqlServer!) });
        services.PrepareDatabaseAsync().GetAwaiter().GetResult();
        return true;
    }

    private void TakeTurn()
    {
        if (!SqlServerTurn.Wait(TimeSpan.FromMinutes(10)))
        {
            throw new TimeoutException("The SQL Server database is still another test's: was its TestDatabase disposed?");
        }

        _ = SqlServerMigrated.Value;
        using var db = Open();
        db.WriteAsync(() => ClearAsync(db)).GetAwaiter().GetResult();
    }

    private static async Task ClearAsync(NewsDb db)
    {
        foreach (var delete in ChildrenFirst(db.Model).Select(table => $"DELETE FROM [{table}]"))
        {
            await db.Database.ExecuteSqlRawAsync(delete);
        }
    }

    private static IEnumerable<string> ChildrenFirst(IModel model)
    {
        var left = model.GetEntityTypes().ToHashSet();
        while (left.Count > 0)
        {
            var childless = left.First(entity => entity.GetReferencingForeignKeys()
                .All(key => key.DeclaringEntityType == entity || !left.Contains(key.DeclaringEntityType)));
            left.Remove(childless);
            yield return childless.GetTableName()!;
        }
    }

    private sealed class Place(string contentRoot) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "NewsPortal";

        public string ContentRootPath { get; set; } = contentRoot;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

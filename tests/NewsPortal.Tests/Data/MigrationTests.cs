using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using NewsPortal.Data;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.SqlServer)]
    public void The_migrations_make_the_model(DatabaseEngine engine)
    {
        using var db = Unopened(engine);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "The model has moved on: run src/add-migration.sh NAME.");
    }

    [Fact]
    public void Both_engines_have_the_same_migrations()
    {
        using var sqlite = Unopened(DatabaseEngine.Sqlite);
        using var server = Unopened(DatabaseEngine.SqlServer);
        Assert.Equal(Names(sqlite), Names(server));
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_for_SQL_Server_is_Transact_SQL(MigrationsSqlGenerationOptions options)
    {
        using var db = Unopened(DatabaseEngine.SqlServer);
        var script = db.GetService<IMigrator>().GenerateScript(options: options);

        Assert.Contains("CREATE TABLE [Articles]", script, StringComparison.Ordinal);
        Assert.Empty(Errors(script));
    }

    [Fact]
    public void A_slip_in_Transact_SQL_is_noticed() => Assert.NotEmpty(Errors("CREATE TABLE [Articles] ([Id] int NOT NULL IDENTITY,, );\nGO\n"));

    internal static NewsDb Unopened(DatabaseEngine engine)
        => TestDatabase.Open(new(engine, engine == DatabaseEngine.Sqlite ? "Data Source=unopened.db" : "Server=unopened;Database=unopened"));

    private static IEnumerable<string> Names(NewsDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);

    private static IEnumerable<string> Errors(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(error => $"line {error.Line}: {error.Message}");
    }
}

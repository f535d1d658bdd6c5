using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsPortal.Data;

namespace NewsPortal.Tests.Data;

/// <summary>What SQL Server would refuse, or the two engines would do differently, read off the model.</summary>
public sealed class ModelTests
{
    private const int IndexKeyBytes = 1700;
    private const int ClusteredKeyBytes = 900;

    public static TheoryData<DatabaseEngine> Engines => [DatabaseEngine.Sqlite, DatabaseEngine.SqlServer];

    [Fact]
    public void No_row_is_reached_by_two_cascades()
        => Assert.Empty(CascadePaths.Refused(Model(DatabaseEngine.SqlServer)));

    [Fact]
    public void Two_cascades_to_one_table_and_a_cascade_that_comes_back_are_noticed()
    {
        using var bad = new Bad(new DbContextOptionsBuilder<Bad>().UseSqlServer("Server=unopened").Options);
        Assert.Equal(["Fork -> Leaf", "Ring -> Ring"], CascadePaths.Refused(bad.GetService<IDesignTimeModel>().Model).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_time_is_stored_as_UTC(DatabaseEngine engine)
    {
        var times = Properties(engine).Where(property => Plain(property) == typeof(DateTime)).ToList();
        Assert.NotEmpty(times);
        Assert.All(times, time => Assert.IsType<UtcConverter>(time.GetTypeMapping().Converter));
        Assert.All(
            Properties(engine).Where(property => Plain(property) == typeof(DateTimeOffset)),
            instant => Assert.IsType<UtcInstantConverter>(instant.GetTypeMapping().Converter));
    }

    [Theory]
    [InlineData(DatabaseEngine.Sqlite, "BINARY")]
    [InlineData(DatabaseEngine.SqlServer, "Latin1_General_100_BIN2")]
    public void Text_that_must_be_unique_is_compared_byte_by_byte(DatabaseEngine engine, string collation)
    {
        var keys = Properties(engine)
            .Where(property => property.ClrType == typeof(string))
            .Where(property => property.IsKey() || property.IsForeignKey() || property.GetContainingIndexes().Any(index => index.IsUnique))
            .ToList();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.True(key.GetCollation() == collation, $"{Name(key)} lacks IsKeyText()."));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void No_column_is_JSON_or_a_rowversion(DatabaseEngine engine)
    {
        Assert.DoesNotContain(Model(engine).GetEntityTypes(), entity => entity.IsMappedToJson());
        Assert.DoesNotContain(Properties(engine), property => property.GetColumnType() is "json" or "rowversion" or "timestamp");
    }

    [Fact]
    public void Every_word_of_an_enumeration_fits_its_column()
    {
        var words = Properties(DatabaseEngine.SqlServer).Where(property => Plain(property).IsEnum && property.GetMaxLength() is not null).ToList();
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.InRange(Enum.GetNames(Plain(word)).Max(name => name.Length), 1, word.GetMaxLength()!.Value));
    }

    [Fact]
    public void Every_index_fits_SQL_Server()
    {
        var entities = Model(DatabaseEngine.SqlServer).GetEntityTypes().ToList();
        Assert.All(entities, entity => Assert.InRange(Bytes(entity.FindPrimaryKey()!.Properties), 1, ClusteredKeyBytes));
        Assert.All(entities.SelectMany(entity => entity.GetIndexes()), index => Assert.InRange(Bytes(index.Properties), 1, IndexKeyBytes));
        Assert.All(
            entities.SelectMany(entity => entity.GetKeys()).Where(key => !key.IsPrimaryKey()),
            key => Assert.InRange(Bytes(key.Properties), 1, IndexKeyBytes));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_versioned_row_is_guarded_by_its_version(DatabaseEngine engine)
    {
        var versioned = Model(engine).GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(NewsPortal.Shared.IVersioned))).ToList();
        Assert.NotEmpty(versioned);
        Assert.All(versioned, entity => Assert.True(entity.FindProperty("Version")!.IsConcurrencyToken, entity.DisplayName()));
    }

    private static IModel Model(DatabaseEngine engine)
    {
        using var db = MigrationTests.Unopened(engine);
        return db.GetService<IDesignTimeModel>().Model;
    }

    private static IEnumerable<IProperty> Properties(DatabaseEngine engine)
        => Model(engine).GetEntityTypes().SelectMany(entity => entity.GetProperties());

    private static Type Plain(IProperty property) => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    private static string Name(IProperty property) => $"{property.DeclaringType.DisplayName()}.{property.Name}";

    private static int Bytes(IEnumerable<IProperty> key) => key.Sum(Bytes);

    private static int Bytes(IProperty property)
    {
        var type = property.GetColumnType();
        return type switch
        {
            "bit" => 1,
            "date" => 3,
            "int" => 4,
            "bigint" or "datetime2" => 8,
            "uniqueidentifier" => 16,
            _ when type.StartsWith("nvarchar(", StringComparison.Ordinal) && property.GetMaxLength() is { } length => 2 * length,
            _ when type.StartsWith("varbinary(", StringComparison.Ordinal) && property.GetMaxLength() is { } length => length,
            _ => throw new InvalidOperationException($"{Name(property)} is {type}: no width of an index key is known for it."),
        };
    }

    private sealed class Bad(DbContextOptions<Bad> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity("Fork").Property<int>("Id");
            modelBuilder.Entity("Left", left => Child(left, "Fork"));
            modelBuilder.Entity("Right", right => Child(right, "Fork"));
            modelBuilder.Entity("Leaf", leaf =>
            {
                Child(leaf, "Left");
                Child(leaf, "Right");
            });
            modelBuilder.Entity("Ring", ring => Child(ring, "Ring"));
        }

        private static void Child(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder child, string parent)
        {
            child.Property<int>("Id");
            child.HasOne(parent, null).WithMany().HasForeignKey($"{parent}Id").OnDelete(DeleteBehavior.Cascade);
        }
    }
}

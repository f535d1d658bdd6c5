using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Data;
using NewsPortal.Hosting;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class DatabaseSettingsTests
{
    private static readonly string Root = Path.Combine(Path.GetTempPath(), "paper");

    [Fact]
    public void Nothing_said_means_a_file_under_the_data_folder()
        => Assert.Equal(Path.Combine(Root, "data", "news.db"), File([]));

    [Theory]
    [InlineData("/srv/paper", "/srv/paper/news.db")]
    [InlineData("store", "store/news.db")]
    public void The_file_goes_where_Storage_Path_says(string path, string expected)
        => Assert.Equal(Path.GetFullPath(expected, Root), File(new() { ["Storage:Path"] = path }));

    [Fact]
    public void A_relative_file_is_relative_to_the_content_root()
        => Assert.Equal(Path.Combine(Root, "here", "my.db"), File(new() { ["ConnectionStrings:News"] = "Data Source=here/my.db" }));

    [Theory]
    [InlineData("sqlite", "Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("SqlServer", "Microsoft.EntityFrameworkCore.SqlServer")]
    [InlineData("SQLSERVER", "Microsoft.EntityFrameworkCore.SqlServer")]
    public void The_engine_is_chosen_by_name_in_any_case(string name, string provider)
    {
        var connection = name == "sqlite" ? "Data Source=a.db" : "Server=db;Database=news";
        using var services = TestDatabase.Services(new() { ["Database:Engine"] = name, ["ConnectionStrings:News"] = connection }, Root);
        using var scope = services.CreateScope();
        Assert.Equal(provider, scope.ServiceProvider.GetRequiredService<NewsDb>().Database.ProviderName);
    }

    [Theory]
    [InlineData("Sqlite", "Data Source=a.db")]
    [InlineData("SqlServer", "Server=db;Database=news")]
    public void The_batch_size_reaches_either_engine(string engine, string connection)
    {
        using var services = TestDatabase.Services(
            new() { ["Database:Engine"] = engine, ["ConnectionStrings:News"] = connection, ["Database:MaxBatchSize"] = "1" }, Root);
        using var scope = services.CreateScope();
        var options = scope.ServiceProvider.GetRequiredService<NewsDb>().GetService<IDbContextOptions>();
        Assert.Equal(1, RelationalOptionsExtension.Extract(options).MaxBatchSize);
    }

    [Theory]
    [InlineData("Database:Engine", "Postgres", "Database:Engine is \"Postgres\"")]
    [InlineData("Database:Engine", "1", "Database:Engine is \"1\"")]
    [InlineData("Database:Engine", "SqlServer", "no ConnectionStrings:News")]
    [InlineData("Database:MaxBatchSize", "0", "Database:MaxBatchSize is \"0\"")]
    [InlineData("Database:MaxBatchSize", "many", "Database:MaxBatchSize is \"many\"")]
    [InlineData("ConnectionStrings:News", "rubbish", "cannot be read")]
    [InlineData("ConnectionStrings:News", "Server=db;Password=hunter2", "cannot be read")]
    [InlineData("ConnectionStrings:News", "Data Source=:memory:", "names no file")]
    [InlineData("ConnectionStrings:News", "Data Source=x;Mode=Memory", "names no file")]
    public void A_setting_without_meaning_is_refused_in_one_sentence(string setting, string value, string said)
    {
        var refused = Assert.Throws<StartUpException>(() => TestDatabase.Services(new() { [setting] = value }, Root));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static string File(Dictionary<string, string?> values)
    {
        using var services = TestDatabase.Services(values, Root);
        using var scope = services.CreateScope();
        return new SqliteConnectionStringBuilder(scope.ServiceProvider.GetRequiredService<NewsDb>().Database.GetConnectionString()).DataSource;
    }
}

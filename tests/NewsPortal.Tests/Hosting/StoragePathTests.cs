using Microsoft.Extensions.Hosting;
using NewsPortal.Hosting;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Hosting;

public sealed class StoragePathTests : IDisposable
{
    private readonly TempFolder top = new();

    private string Sources => Directory.CreateDirectory(Path.Combine(top.Path, "src", "NewsPortal")).FullName;

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public void Run_from_the_sources_it_is_data_at_the_top_whatever_the_environment(string environment)
    {
        File.WriteAllText(Path.Combine(Sources, "NewsPortal.csproj"), "<Project />");
        Assert.Equal(Path.Combine(top.Path, "data"), Of(Sources, environment));
    }

    [Fact]
    public void Published_it_is_data_beside_the_application() => Assert.Equal(Path.Combine(Sources, "data"), Of(Sources));

    [Fact]
    public void Nothing_that_is_published_lies_where_a_run_writes() => Assert.Empty(
        from folder in new DirectoryInfo(AppContext.BaseDirectory).EnumerateDirectories()
        where folder.Name.Equals("data", StringComparison.OrdinalIgnoreCase)
        from file in folder.EnumerateFiles("*", SearchOption.AllDirectories)
        select file.FullName);

    [Fact]
    public void A_path_that_is_set_counts_from_the_content_root()
    {
        File.WriteAllText(Path.Combine(Sources, "NewsPortal.csproj"), "<Project />");
        Assert.Equal(Path.Combine(Sources, "store"), Of(Sources, path: "store"));
    }

    public void Dispose() => top.Dispose();

    private static string Of(string contentRoot, string environment = "Production", string? path = null)
    {
        var place = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = contentRoot, EnvironmentName = environment });
        place.Configuration["Storage:Path"] = path;
        return new StoragePath(place.Configuration, place.Environment).Root;
    }
}

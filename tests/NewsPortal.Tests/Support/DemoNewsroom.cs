using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Articles;
using NewsPortal.Data.Seed;
using NewsPortal.Shared;

namespace NewsPortal.Tests.Support;

/// <summary>The application with the demo paper in it.</summary>
public sealed class DemoNewsroom : IAsyncLifetime
{
    public Newsroom Newsroom { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Assert.True(await Newsroom.WithAsync(services => services.GetRequiredService<DemoPaper>().FillAsync()));
        await Newsroom.Services.GetRequiredService<Navigation>().ReadAsync();
    }

    public Task<List<string>> StoryPathsAsync()
        => Newsroom.WithDbAsync(db => db.Articles.Published().AsCards().Select(story => story.Url).ToListAsync());

    public ValueTask DisposeAsync() => Newsroom.DisposeAsync();
}

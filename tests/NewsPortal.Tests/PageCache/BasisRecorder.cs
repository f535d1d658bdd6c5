using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.PageCache;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>A paper whose pages are made anew for each reader, and what each of them rested on.</summary>
internal sealed class BasisRecorder : IStartupFilter
{
    private readonly ConcurrentDictionary<string, PageBasis> bases = new(StringComparer.Ordinal);

    public static (Newsroom Newsroom, BasisRecorder Recorder) Open(params (string Key, string Value)[] settings)
    {
        var recorder = new BasisRecorder();
        return (new Newsroom([("PageCache:MegaBytes", "0"), .. settings]) { Guests = services => services.AddSingleton<IStartupFilter>(recorder) }, recorder);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, answer) =>
        {
            var address = context.Request.GetEncodedPathAndQuery();
            await answer(context);
            bases[address] = context.RequestServices.GetRequiredService<PageBasis>();
        });
        next(app);
    };

    /// <summary>The page as a reader is answered, whatever the status.</summary>
    public async Task<Page> ReadAsync(HttpClient reader, string address)
    {
        using var answer = await reader.GetAsync(address);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode < 500, $"{address} answered {(int)answer.StatusCode}");
        var basis = bases[reader.BaseAddress is { } site ? new Uri(site, address).PathAndQuery : address];
        return new Page((int)answer.StatusCode, answer.Headers.Location?.ToString(), body, [.. basis.Tags], basis.TrueUntilUtc);
    }
}

/// <summary>All that a store would keep of an answer.</summary>
internal sealed record Page(int Status, string? Location, string Body, IReadOnlyList<string> Tags, DateTime TrueUntilUtc)
{
    public bool SaysTheSameAs(Page other) => (Status, Location, Body) == (other.Status, other.Location, other.Body);
}

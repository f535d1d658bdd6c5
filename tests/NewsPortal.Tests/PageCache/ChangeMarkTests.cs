using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Sections;
using NewsPortal.Tests.Changes;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>A page says up to which change it is true, so that its reader can ask for what came after.</summary>
public sealed class ChangeMarkTests : IAsyncLifetime
{
    private readonly Recorder last = new();
    private readonly Newsroom newsroom;
    private Section world = null!;

    public ChangeMarkTests() => newsroom = new Newsroom { Guests = services => services.AddSingleton<NewsPortal.Changes.IChangeFollower>(last) };

    public async ValueTask InitializeAsync() => world = await newsroom.SectionAsync("World");

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task Every_answer_says_it_and_no_byte_of_the_page_depends_on_it()
    {
        var reader = newsroom.Reader();
        var first = await reader.GetAsync("/offline");
        Assert.Equal(1, Mark(first));
        await newsroom.PublishAsync(Some.CopyFor(world));
        var second = await reader.GetAsync("/offline");
        Assert.Equal(2, Mark(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        using var known = new HttpRequestMessage(HttpMethod.Get, "/offline") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        var unchanged = await reader.SendAsync(known);
        Assert.Equal((HttpStatusCode.NotModified, 2), (unchanged.StatusCode, Mark(unchanged)));
        Assert.Equal(2, Mark(await reader.GetAsync("/no-such-section")));
    }

    [Fact]
    public async Task A_page_that_is_shown_old_to_many_does_not_claim_to_know_what_made_it_old()
    {
        var reader = newsroom.Reader();
        for (var edition = 1; edition <= 20; edition++)
        {
            for (var i = 0; i < 60; i++)
            {
                await reader.GetAsync("/world");
            }

            var headline = string.Create(CultureInfo.InvariantCulture, $"Edition {edition} of twenty");
            var publishing = newsroom.PublishAsync(Some.CopyFor(world, headline));
            for (var answers = 0; answers < 40; answers++)
            {
                var answer = await reader.GetAsync("/world");
                var shown = (await answer.Content.ReadAsStringAsync()).Contains(headline, StringComparison.Ordinal);
                Assert.True(shown || Mark(answer) < edition + 1, $"A page without change {edition + 1} says {Mark(answer)}.");
            }

            await publishing;
        }
    }

    [Fact]
    public async Task A_change_counts_when_every_part_of_the_process_knows_of_it()
    {
        var reader = newsroom.Reader();
        await reader.GetAsync("/offline");
        long? meanwhile = null;
        last.Also = _ => meanwhile = Mark(reader.GetAsync("/offline").GetAwaiter().GetResult());
        await newsroom.PublishAsync(Some.CopyFor(world));
        Assert.Equal((1, 2), (meanwhile, Mark(await reader.GetAsync("/offline"))));
    }

    private static long Mark(HttpResponseMessage answer)
    {
        var mark = answer.Headers.GetValues("Server-Timing").Single();
        Assert.StartsWith("changes;desc=\"", mark, StringComparison.Ordinal);
        return long.Parse(mark["changes;desc=\"".Length..^1], CultureInfo.InvariantCulture);
    }
}

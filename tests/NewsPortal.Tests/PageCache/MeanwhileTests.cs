using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.PageCache;
using NewsPortal.Sections;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.PageCache;

/// <summary>What readers get while a page is being made, and what is never kept once it is.</summary>
public sealed class MeanwhileTests : IAsyncLifetime
{
    private readonly Making making = new();
    private readonly Newsroom newsroom;
    private Section world = null!;

    public MeanwhileTests() => newsroom = new() { Guests = services => services.Configure<MvcOptions>(mvc => mvc.Filters.Add(making)) };

    public async ValueTask InitializeAsync()
    {
        world = await newsroom.SectionAsync("World");
        await newsroom.PublishAsync(Some.CopyFor(world, "A bridge opens"));
    }

    public ValueTask DisposeAsync() => newsroom.DisposeAsync();

    [Fact]
    public async Task A_page_that_many_are_reading_is_shown_old_while_its_next_edition_is_made()
    {
        var reader = newsroom.Reader();
        for (var i = 0; i < 100; i++)
        {
            await reader.GetAsync("/");
        }

        making.Hold();
        await newsroom.PublishAsync(Some.CopyFor(world, "A bridge shuts"));
        Assert.DoesNotContain("A bridge shuts", await reader.GetStringAsync("/").WaitAsync(TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
        making.GoOn();
        for (var patience = 0; !(await reader.GetStringAsync("/")).Contains("A bridge shuts", StringComparison.Ordinal); patience++)
        {
            Assert.True(patience < 200, "The next edition never came.");
            await Task.Delay(10);
        }
    }

    [Fact]
    public async Task A_page_that_few_read_is_waited_for_and_then_new()
    {
        var reader = newsroom.Reader();
        await reader.GetAsync("/world");
        making.Hold();
        await newsroom.PublishAsync(Some.CopyFor(world, "A bridge shuts"));
        var asked = reader.GetStringAsync("/world");
        await Task.Delay(200);
        Assert.False(asked.IsCompleted);
        making.GoOn();
        Assert.Contains("A bridge shuts", await asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_leaves_stops_no_page_that_others_wait_for()
    {
        making.Hold();
        using var leaving = new CancellationTokenSource();
        var (leaves, stays) = (newsroom.Reader().GetAsync("/world", leaving.Token), newsroom.Reader().GetStringAsync("/world"));
        await Task.Delay(100);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves);
        making.GoOn();
        Assert.Contains("A bridge opens", await stays, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-Cookie", "who=ada; path=/")]
    [InlineData("Cache-Control", "private")]
    [InlineData("Cache-Control", "no-store, max-age=60")]
    public async Task An_answer_that_turns_out_to_be_for_one_reader_is_not_kept(string name, string value)
    {
        making.Add(name, value);
        for (var i = 0; i < 2; i++)
        {
            var answer = await newsroom.Reader().GetAsync("/world");
            Assert.Equal(value, answer.Headers.NonValidated[name].ToString());
            Assert.Equal(0, newsroom.Services.GetRequiredService<PageStore>().Count);
        }
    }

    /// <summary>Stands before every action, and holds it up or adds to its answer.</summary>
    private sealed class Making : IAsyncActionFilter
    {
        private volatile TaskCompletionSource held = Done();
        private (string Name, string Value)? header;

        public void Hold() => held = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GoOn() => held.TrySetResult();

        public void Add(string name, string value) => header = (name, value);

        public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
        {
            await held.Task;
            if (header is { } added)
            {
                context.HttpContext.Response.Headers[added.Name] = added.Value;
            }

            await next();
        }

        private static TaskCompletionSource Done()
        {
            var done = new TaskCompletionSource();
            done.SetResult();
            return done;
        }
    }
}

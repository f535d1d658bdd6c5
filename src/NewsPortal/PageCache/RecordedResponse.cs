using Microsoft.AspNetCore.Http.Features;

namespace NewsPortal.PageCache;

/// <summary>
/// An answer that is written down instead of sent. It does not start before it is whole, so that a page which fails in its
/// middle is still replaced by the page for failures.
/// </summary>
internal sealed class RecordedResponse : HttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Do, object State)> atStart = new();
    private readonly Stack<(Func<object, Task> Do, object State)> atEnd = new();

    public override void OnStarting(Func<object, Task> callback, object state) => atStart.Push((callback, state));

    public override void OnCompleted(Func<object, Task> callback, object state) => atEnd.Push((callback, state));

    public Task StartAsync() => DoAllAsync(atStart);

    public Task CompleteAsync() => DoAllAsync(atEnd);

    // The last that was registered comes first, as on a real connection.
    private static async Task DoAllAsync(Stack<(Func<object, Task> Do, object State)> registered)
    {
        while (registered.TryPop(out var callback))
        {
            await callback.Do(callback.State);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using NewsPortal.Breaking;

namespace NewsPortal.Admin.Breaking;

/// <summary>
/// Measures from outside how soon readers see what the desk did: it asks for pages as a reader's browser does, over the
/// network and through every store in between, until their bar is what it should be. Nobody waits for it.
/// </summary>
public sealed partial class FreshnessMeter(IHttpClientFactory http, OwnAddress own, IHostApplicationLifetime life)
{
    public const string Client = "freshness";

    private const int Kept = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly ConcurrentQueue<Freshness> measured = [];

    /// <param name="since">When the action arrived, by <see cref="Stopwatch"/>.</param>
    /// <param name="shown">What readers should see, from the top down.</param>
    /// <param name="section">Address of the section whose page is looked at too.</param>
    public Guid Begin(long since, IReadOnlyList<ShownFlash> shown, string? section)
    {
        string[] paths = section is null ? ["/", "/last-minute"] : ["/", $"/{section}", "/last-minute"];
        var freshness = new Freshness(Guid.NewGuid(), paths);
        measured.Enqueue(freshness);
        if (measured.Count > Kept)
        {
            measured.TryDequeue(out _);
        }

        _ = Task.WhenAll(paths.Select(path => Task.Run(async () => freshness.Note(path, await LookAsync(path, since, shown)))));
        return freshness.Id;
    }

    /// <returns>Null where nothing of that name was measured, or another process did.</returns>
    public Freshness? Find(Guid? id) => measured.FirstOrDefault(freshness => freshness.Id == id);

    /// <returns>Null when it was not seen in time, or nothing answers.</returns>
    private async Task<TimeSpan?> LookAsync(string path, long since, IReadOnlyList<ShownFlash> shown)
    {
        try
        {
            using var reader = http.CreateClient(Client);
            while (Stopwatch.GetElapsedTime(since) < Patience)
            {
                using var asked = own.Ask(path);
                using var answer = await reader.SendAsync(asked, life.ApplicationStopping);
                if (answer.IsSuccessStatusCode && BarOf(await answer.Content.ReadAsStringAsync(life.ApplicationStopping)).SequenceEqual(shown))
                {
                    return Stopwatch.GetElapsedTime(since);
                }

                await Task.Delay(Pause, life.ApplicationStopping);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            // A meter that reads nothing says so on the desk.
        }

        return null;
    }

    // What readers read, and where it leads; the rest of the bar may be built anyhow.
    private static IEnumerable<ShownFlash> BarOf(string page)
        => Link().Matches(Bar().Match(page).Value).Select(link => new ShownFlash(WebUtility.HtmlDecode(link.Groups[1].Value), WebUtility.HtmlDecode(link.Groups[2].Value)));

    [GeneratedRegex("<section class=\"flash\".*?</section>", RegexOptions.Singleline)]
    private static partial Regex Bar();

    [GeneratedRegex("<a href=\"([^\"]*)\"[^>]*>([^<]*)</a>")]
    private static partial Regex Link();
}

/// <summary>A flash on a reader's page: where it leads, and its words.</summary>
public readonly record struct ShownFlash(string Url, string Text)
{
    public static ShownFlash Of(FlashLine line) => new(line.StoryUrl ?? "/last-minute", line.Text);
}

/// <summary>How soon each page had it.</summary>
public sealed class Freshness(Guid id, IReadOnlyList<string> paths)
{
    private readonly ConcurrentDictionary<string, TimeSpan?> seen = new(StringComparer.Ordinal);

    public Guid Id => id;

    public bool IsDone => seen.Count == paths.Count;

    /// <summary>In the order of the pages, those that are known.</summary>
    public IEnumerable<(string Path, TimeSpan? After)> Seen
        => paths.Where(seen.ContainsKey).Select(path => (path, seen[path]));

    internal void Note(string path, TimeSpan? after) => seen[path] = after;
}

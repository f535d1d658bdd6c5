using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench.Comments;

/// <summary>Works at the moderation desk of one paper, and keeps how long each step took, in microseconds.</summary>
internal sealed partial class Moderator(Editor editor)
{
    private const int Picked = 20;
    private static readonly string[] Queues = ["Pending", "Reported", "Spam", "Rejected", "Approved"];
    private static readonly string[] Verdicts = ["approval", "rejection", "spam"];

    private readonly Dictionary<string, List<double>> times = new(StringComparer.Ordinal);
    private int turn;

    public IReadOnlyDictionary<string, List<double>> Times => times;

    /// <summary>What is measured once before does not count: code is compiled, pages of the file are read.</summary>
    public void Forget() => times.Clear();

    /// <summary>Every tab, then one comment that waits: decided each way and put back, and a preview of several.</summary>
    public async Task WorkAsync()
    {
        var waiting = "";
        foreach (var queue in Queues)
        {
            var page = await TimeAsync($"queue {queue}", () => editor.OpenAsync($"/admin/comments?queue={queue}"));
            waiting = queue == "Pending" ? page : waiting;
        }

        var marks = Mark().Matches(waiting).Select(mark => mark.Groups[1].Value).ToList();
        await TimeAsync("preview of a selection", () => SendAsync("/admin/comments/selection", [("Verdict", "Approved"), .. marks.Take(Picked).Select(mark => ("Pick", mark))]));
        var comment = marks[turn++ % marks.Count].Split('.')[0];
        foreach (var verdict in Verdicts)
        {
            var batch = await DecideAsync(comment, verdict);
            using var undone = await TimeAsync("undo", () => editor.SendAsync("/admin/comments/undoing", ("batch", batch)));
        }
    }

    /// <returns>By what it is undone.</returns>
    public async Task<string> DecideAsync(string comment, string verdict)
    {
        var address = $"/admin/comments/{comment}";
        var version = Version().Match(await TimeAsync("case", () => editor.OpenAsync(address))).Groups[1].Value;
        using var decided = await TimeAsync(verdict, () => editor.SendAsync($"{address}/{verdict}", ("Version", version), ("Reason", "Insult")));
        return WebUtility.UrlDecode(Batch().Match(decided.Headers.Location?.ToString() ?? "").Groups[1].Value);
    }

    public async Task<T> TimeAsync<T>(string what, Func<Task<T>> step)
    {
        var clock = Stopwatch.StartNew();
        var result = await step();
        if (!times.TryGetValue(what, out var list))
        {
            times[what] = list = [];
        }

        list.Add(clock.Elapsed.TotalMicroseconds);
        return result;
    }

    private async Task<int> SendAsync(string path, (string, string)[] fields)
    {
        using var answer = await editor.SendAsync(path, fields);
        return answer.StatusCode == HttpStatusCode.OK ? 200 : throw new InvalidOperationException($"{path}: {answer.StatusCode}");
    }

    [GeneratedRegex("""name="Pick" value="([\d.]+)""")]
    private static partial Regex Mark();

    [GeneratedRegex("""name="Version" value="(\d+)""")]
    private static partial Regex Version();

    [GeneratedRegex("""[?&]done=([^&#]+)""")]
    private static partial Regex Batch();
}

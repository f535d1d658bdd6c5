using System.Globalization;
using System.Net.Http.Json;
using AngleSharp.Dom;
using NewsPortal.Comments.Guard;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>A reader with a browser that keeps cookies and, unless it is said to do what the script does, runs none.</summary>
internal sealed class Correspondent(Newsroom newsroom) : IDisposable
{
    public HttpClient Browser { get; } = newsroom.Stranger();

    /// <summary>Begins each comment with a stamp and does the work that it asks for.</summary>
    public bool HasScript { get; init; }

    public void Dispose() => Browser.Dispose();

    public async Task<HttpResponseMessage> PostAsync(int story, string body = "Well said.", params (string Name, string Value)[] others)
        => await SendAsync("/comments", [("articleId", Number(story)), ("name", "Oyku T."), ("body", body), .. HasScript ? await StampAsync() : [], .. others]);

    /// <summary>A stamp as a browser fetches it, and the work that goes with it.</summary>
    public async Task<(string Name, string Value)[]> StampAsync()
    {
        var given = await Browser.GetFromJsonAsync<Given>("/comments/stamp", TestContext.Current.CancellationToken);
        var work = Enumerable.Range(0, int.MaxValue).First(number => ProofOfWork.IsDone(given!.Stamp, Number(number), given.Bits));
        return [("stamp", given!.Stamp), ("work", Number(work))];
    }

    public Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
        => Browser.PostAsync(path, new FormUrlEncodedContent(fields.GroupBy(field => field.Name).Select(field => KeyValuePair.Create(field.Key, field.Last().Value))), TestContext.Current.CancellationToken);

    /// <summary>Goes where an answer sends them.</summary>
    public Task<IDocument> FollowAsync(HttpResponseMessage answer) => Browser.PageAsync(answer.Headers.Location!.ToString().Split('#')[0]);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Given(string Stamp, int Bits);
}

using System.Globalization;
using AngleSharp.Dom;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>A reader with a browser that keeps cookies and runs no script.</summary>
internal sealed class Correspondent(Newsroom newsroom) : IDisposable
{
    public HttpClient Browser { get; } = newsroom.Stranger();

    public void Dispose() => Browser.Dispose();

    public Task<HttpResponseMessage> PostAsync(int story, string body = "Well said.", params (string Name, string Value)[] others)
        => SendAsync("/comments", [("articleId", Number(story)), ("name", "Oyku T."), ("body", body), .. others]);

    public Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
        => Browser.PostAsync(path, new FormUrlEncodedContent(fields.GroupBy(field => field.Name).Select(field => KeyValuePair.Create(field.Key, field.Last().Value))), TestContext.Current.CancellationToken);

    /// <summary>Goes where an answer sends them.</summary>
    public Task<IDocument> FollowAsync(HttpResponseMessage answer) => Browser.PageAsync(answer.Headers.Location!.ToString().Split('#')[0]);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

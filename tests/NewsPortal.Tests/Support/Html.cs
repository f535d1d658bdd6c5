using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsPortal.Tests.Support;

public static class Html
{
    private static readonly HtmlParser Parser = new();

    public static IDocument Parse(string html) => Parser.ParseDocument(html);

    /// <summary>The page at an address, which has to answer 200.</summary>
    public static async Task<IDocument> PageAsync(this HttpClient reader, string path)
    {
        var response = await reader.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The page that an answer carries, whatever its status.</summary>
    public static async Task<IDocument> ReadAsync(HttpResponseMessage answer) => Parse(await answer.Content.ReadAsStringAsync());

    /// <summary>The text of every element that matches, with single spaces.</summary>
    public static IReadOnlyList<string> Texts(this IParentNode within, string selector)
        => [.. within.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}

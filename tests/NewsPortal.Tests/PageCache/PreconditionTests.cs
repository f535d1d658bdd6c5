using Microsoft.AspNetCore.Http;
using NewsPortal.PageCache;

namespace NewsPortal.Tests.PageCache;

public class PreconditionTests
{
    private const string Tag = "\"abc-br\"";
    private const string Older = "Sun, 01 Mar 2026 11:00:00 GMT";
    private const string Same = "Sun, 01 Mar 2026 12:00:00 GMT";
    private const string Newer = "Sun, 01 Mar 2026 13:00:00 GMT";

    private static readonly DateTimeOffset Modified = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(200)]
    [InlineData(304, "If-None-Match", Tag)]
    [InlineData(304, "If-None-Match", "W/\"abc-br\"")]
    [InlineData(304, "If-None-Match", "*")]
    [InlineData(304, "If-None-Match", "\"x\", \"abc-br\"")]
    [InlineData(200, "If-None-Match", "\"abc-gz\"")]
    [InlineData(200, "If-None-Match", "abc-br")]
    [InlineData(200, "If-None-Match", "\"unclosed")]
    [InlineData(304, "If-Modified-Since", Same)]
    [InlineData(304, "If-Modified-Since", Newer)]
    [InlineData(200, "If-Modified-Since", Older)]
    [InlineData(200, "If-Modified-Since", "yesterday")]
    [InlineData(200, "If-None-Match", "\"other\"", "If-Modified-Since", Newer)]
    [InlineData(304, "If-None-Match", Tag, "If-Modified-Since", Older)]
    [InlineData(200, "If-Match", Tag)]
    [InlineData(200, "If-Match", "*")]
    [InlineData(412, "If-Match", "W/\"abc-br\"")]
    [InlineData(412, "If-Match", "\"other\"")]
    [InlineData(412, "If-Match", "\"other\"", "If-None-Match", Tag)]
    [InlineData(304, "If-Match", Tag, "If-None-Match", Tag)]
    [InlineData(412, "If-Unmodified-Since", Older)]
    [InlineData(200, "If-Unmodified-Since", Same)]
    [InlineData(200, "If-Match", Tag, "If-Unmodified-Since", Older)]
    [InlineData(200, "If-Unmodified-Since", "tomorrow")]
    public void Headers_that_contradict_each_other_count_in_the_order_of_the_standard(int status, params string[] headers)
    {
        var asked = new HeaderDictionary();
        foreach (var pair in headers.Chunk(2))
        {
            asked[pair[0]] = pair[1];
        }

        Assert.Equal(status, Precondition.Weigh(asked, Tag, Modified));
    }

    [Fact]
    public void A_page_without_a_date_answers_no_date() => Assert.Equal(200, Precondition.Weigh(new HeaderDictionary { ["If-Modified-Since"] = Newer, ["If-Unmodified-Since"] = Older }, Tag, null));
}

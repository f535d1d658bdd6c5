using System.Text;
using NewsPortal.Import.WordPress;

namespace NewsPortal.Tests.Import;

public sealed class WxrReaderTests
{
    [Theory]
    [InlineData("1.0", "http")]
    [InlineData("1.1", "http")]
    [InlineData("1.2", "https")]
    public async Task Every_version_of_the_format_is_read(string version, string scheme)
    {
        var entries = await ReadAsync(new Wxr { Version = version, Scheme = scheme }.Author("ada", "Ada Quill").Post(7, "Hello & <b>goodbye</b>").ToString());

        Assert.Equal("Ada Quill", Assert.Single(entries.OfType<WxrAuthor>()).DisplayName);
        var item = Assert.Single(entries.OfType<WxrItem>());
        Assert.Equal(("7", "post", "Hello & <b>goodbye</b>", "Words."), (item.Id, item.Type, item.Title, item.Content));
    }

    [Fact]
    public async Task A_text_of_several_sections_and_references_is_one_text()
    {
        var export = new Wxr().Post(7, "Hello").ToString().Replace("<![CDATA[Words.]]>", "a <![CDATA[b]]&gt;]]>&amp;<![CDATA[c]]>", StringComparison.Ordinal);
        Assert.Equal("a b]]&gt;&c", (await ReadAsync(export)).OfType<WxrItem>().Single().Content);
    }

    [Fact]
    public async Task Control_characters_become_spaces_and_their_lines_are_known()
    {
        var export = new Wxr().Post(7, "Bell\u0007tower", "raw\u000b and &#x1f;").ToString();
        using var reader = WxrReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(export)));
        var item = (await ReadAsync(reader)).OfType<WxrItem>().Single();

        Assert.Equal("Bell tower", item.Title);
        Assert.Equal("raw  and &#x1f;", item.Content);
        Assert.Single(reader.LinesWithControls);
    }

    [Fact]
    public async Task An_old_sites_own_encoding_is_read()
    {
        var export = new Wxr().Post(7, "Şişli'de yağış").ToString().Replace("UTF-8", "windows-1254", StringComparison.Ordinal);
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1254)!.GetBytes(export);
        using var reader = WxrReader.Open(new MemoryStream(bytes));
        Assert.Equal("Şişli'de yağış", (await ReadAsync(reader)).OfType<WxrItem>().Single().Title);
    }

    [Fact]
    public async Task A_byte_that_is_no_character_does_not_end_the_reading()
    {
        var bytes = Encoding.UTF8.GetBytes(new Wxr().Post(7, "Half a letter: Q").ToString());
        bytes[bytes.AsSpan().IndexOf("Q"u8)] = 0xC3;
        using var reader = WxrReader.Open(new MemoryStream(bytes));
        Assert.Equal("Half a letter: \ufffd", (await ReadAsync(reader)).OfType<WxrItem>().Single().Title);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_no_honest_export_is_refused_in_a_sentence(string what, string file, string reason)
    {
        var refused = await Assert.ThrowsAsync<WxrException>(() => ReadAsync(file));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.NotEmpty(what);
    }

    [Fact]
    public async Task A_bracket_that_ends_a_section_twice_does_not_confuse_the_check()
    {
        var export = new Wxr().Post(7, "a ]]] ]> b", "x ]]").ToString();
        Assert.Equal("a ]]] ]> b", (await ReadAsync(export)).OfType<WxrItem>().Single().Title);
    }

    public static TheoryData<string, string, string> Hostile()
    {
        var honest = new Wxr().Post(7, "Hello").ToString();
        var afterDeclaration = honest.IndexOf('\n', StringComparison.Ordinal) + 1;
        string WithDtd(string dtd) => honest.Insert(afterDeclaration, dtd);
        string InItem(string xml) => honest.Replace("</item>", xml + "</item>", StringComparison.Ordinal);
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY l{n} \"{string.Concat(Enumerable.Repeat($"&l{n - 1};", 10))}\">"));
        return new()
        {
            { "billion laughs", WithDtd($"<!DOCTYPE rss [<!ENTITY l0 \"ha\">{laughs}]>").Replace("<title>Old", "<title>&l9;", StringComparison.Ordinal), "document type" },
            { "external entity", WithDtd("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"), "document type" },
            { "external subset", WithDtd("<!DOCTYPE rss SYSTEM \"http://e.org/x.dtd\">"), "document type" },
            { "undeclared entity", honest.Replace("<title>Old", "<title>&nbsp;", StringComparison.Ordinal), "not well-formed" },
            { "truncated", honest[..^40], "ends too early" },
            { "truncated in an item", honest[..honest.IndexOf("Words.", StringComparison.Ordinal)], "ends too early" },
            { "empty", "", "too early" },
            { "not XML", "Dear newsroom, here is our export.", "not well-formed" },
            { "a zip", "PK\u0003\u0004xyz", "not well-formed" },
            { "a page", "<html><body>Sign in</body></html>", "outermost element is rss" },
            { "no channel", "<rss></rss>", "no channel" },
            { "a feed", "<rss version=\"2.0\"><channel><title>x</title><item><title>y</title></item></channel></rss>", "not a WordPress export" },
            { "an empty feed", "<rss version=\"2.0\"><channel><title>x</title></channel></rss>", "not a WordPress export" },
            { "rubbish behind", honest + "<oops>", "" },
            { "deep nesting", InItem(string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000))), "nested deeper" },
            { "huge attribute", InItem($"<a b=\"{new string('x', 2_000_000)}\"/>"), "longer than 1 million" },
            { "huge tag", InItem($"<{new string('x', 2_000_000)}/>"), "longer than 1 million" },
            { "huge comment", InItem($"<!--{new string('x', 2_000_000)}-->"), "longer than 1 million" },
            { "huge text", InItem($"<a>{new string('x', WxrText.LongestText + 1)}</a>"), "longer than 32 million" },
            { "huge section", InItem($"<a><![CDATA[{new string('x', WxrText.LongestText + 1)}]]></a>"), "longer than 32 million" },
            { "huge item", InItem(string.Concat(Enumerable.Repeat($"<a>{new string('x', 10_000_000)}</a>", 7))), "larger than 64 million" },
        };
    }

    private static Task<List<WxrEntry>> ReadAsync(string export) => ReadAsync(WxrReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(export))));

    private static async Task<List<WxrEntry>> ReadAsync(WxrReader reader)
    {
        var entries = new List<WxrEntry>();
        await foreach (var entry in reader.ReadAsync(CancellationToken.None))
        {
            entries.Add(entry);
        }

        return entries;
    }
}

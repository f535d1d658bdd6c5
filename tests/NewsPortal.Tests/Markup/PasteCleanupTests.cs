using CsCheck;
using NewsPortal.Markup;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Markup;

public class PasteCleanupTests
{
    private const string Specification = "PasteCleanup.md";

    public static TheoryData<string> Cases => Spec.Names(Specification);

    /// <summary>Everything the rules look for, so that random copy is full of it.</summary>
    private static readonly string[] Scraps =
    [
        .. Spec.Read(Specification).SelectMany(c => c.Parts.Values).SelectMany(p => p.Split('\n')),
        "class = \"cf\">", "class=“cf”>", "<p>", "</p>", "<div class=\"x\">", "</a>", "<!--", "-->", "<script>", "</script>", "p>", "\">",
        "Last minute:", "SON DAKİKA :", "**", "_", "\n", "\n\n", "\n\n", " ", " ", "\"", "“", "”", "„", "«", "»", "‘", "’", "'", "\u00A0", "\u200B",
        "\u200D", "\u202E", "â€™", "â€", "Ã", "©", "ÅŸ", "Ä", "±", "&", "amp;", "&nbsp;", "&lt;p&gt;", "&quot;", "Share", "Read more", "Paylaş", "`", "```",
        "![a](photo:1)", "[Related](https://example.com/?utm_source=a&id=3)", "Related:", "» ", "# ", "> ", "The storm gate fails to close", "The storm gate fails…",
        "word", "İstanbul", "5\"", ".", "—", "\ud83d", "\u0094", "\uFFFDs", "\r\n",
    ];

    private static readonly Gen<PastedCopy> Copies =
        Gen.Select(OneOf("The storm gate fails to close", "Last minute: The storm gate", "", "SON DAKİKA: “Kapı\""), OneOf(Scraps).Array[0, 14])
            .Select((headline, scraps) => new PastedCopy(headline, string.Concat(scraps)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Copy_is_cleaned_as_specified(string name)
    {
        var spec = Spec.Find(Specification, name);

        var cleaned = PasteCleanup.Clean(new(spec["headline"], spec["body"]));

        Assert.Equal(spec.Parts.GetValueOrDefault("cleanheadline", spec["headline"]), cleaned.Headline);
        Assert.Equal(spec.Parts.GetValueOrDefault("clean", spec["body"]), cleaned.Body);
        Assert.Equal(spec["notes"], Describe(cleaned));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_change_can_be_taken_back(string name)
    {
        var spec = Spec.Find(Specification, name);
        var pasted = new PastedCopy(spec["headline"], spec["body"]);
        var undone = new HashSet<CleanupNote>();

        // Taking one back lets later rules see the line as it was, so they may find something else in it.
        for (var notes = PasteCleanup.Clean(pasted).Notes; notes.Count > 0; notes = PasteCleanup.Clean(pasted, undone).Notes)
        {
            undone.UnionWith(notes);
            Assert.True(undone.Count < 100, "Taking changes back never ends.");
        }

        var cleaned = PasteCleanup.Clean(pasted, undone);
        Assert.Equal((pasted.Headline, pasted.Body), (cleaned.Headline, cleaned.Body));
        Assert.False(cleaned.LastMinute);
        Assert.Empty(cleaned.Promos);
    }

    [Fact]
    public void Cleaning_clean_copy_changes_nothing() => Copies.Try(
        pasted =>
        {
            var once = PasteCleanup.Clean(pasted);
            var twice = PasteCleanup.Clean(new(once.Headline, once.Body));
            Assert.Equal((once.Headline, once.Body), (twice.Headline, twice.Body));
            Assert.Empty(twice.Notes);
        },
        times: 2000);

    [Fact]
    public void Thousands_of_paragraphs_of_leaked_markup_are_cleaned()
    {
        var body = string.Concat(Enumerable.Repeat("class = \"cf\">Words of it.\n\n&amp;nbsp;ÅŸ “so\" <p class=“x”>\n\n", 4_000));

        var cleaned = PasteCleanup.Clean(new("A headline of five words", body));

        Assert.DoesNotContain("cf", cleaned.Body, StringComparison.Ordinal);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Describe(CleanedCopy cleaned)
    {
        var kinds = cleaned.Notes.Select(n => n.Kind.ToString()).Distinct();
        var promos = cleaned.Promos.Select(p => $"Offered: {p.Text} ({p.Url ?? "no address"})");
        return string.Join('\n', [.. kinds, .. cleaned.LastMinute ? ["Flag"] : Array.Empty<string>(), .. promos]);
    }
}

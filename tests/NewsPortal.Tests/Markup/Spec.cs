using System.Text.RegularExpressions;

namespace NewsPortal.Tests.Markup;

/// <summary>
/// A specification that runs: every <c>##</c> section of a Markdown file is a case, its fenced blocks are the case's parts,
/// named by the fence's word. A case ends where the next section begins.
/// </summary>
internal sealed partial record Spec(string Name, IReadOnlyDictionary<string, string> Parts)
{
    public string this[string part] => Parts.GetValueOrDefault(part, "");

    public static IReadOnlyList<Spec> Read(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Markup", file)).ReplaceLineEndings("\n");
        var cases = Sections().Split(text).Skip(1).Select(One).ToList();
        Assert.NotEmpty(cases);
        Assert.Equal(cases.Count, cases.Select(c => c.Name).Distinct().Count());
        return cases;
    }

    public static TheoryData<string> Names(string file) => [.. Read(file).Select(c => c.Name)];

    public static Spec Find(string file, string name) => Read(file).Single(c => c.Name == name);

    /// <summary>Signs that do not show in an editor are written <c>[U+00A0]</c>.</summary>
    private static string Unseen(string text)
        => CodePoints().Replace(text, m => char.ConvertFromUtf32(Convert.ToInt32(m.Groups[1].Value, 16)));

    private static Spec One(string section)
    {
        var name = section[..section.IndexOf('\n', StringComparison.Ordinal)].Trim();
        var parts = Fences().Matches(section).ToDictionary(m => m.Groups["part"].Value, m => Unseen(m.Groups["text"].Value.TrimEnd('\n')));
        Assert.True(parts.Count > 0, $"The case '{name}' has no parts.");
        return new(name, parts);
    }

    /// <summary>A heading inside a case's text is followed by no fence.</summary>
    [GeneratedRegex(@"^## (?=.*\n\n~~~~ )", RegexOptions.Multiline)]
    private static partial Regex Sections();

    [GeneratedRegex("^~~~~ (?<part>[a-z]+)\n(?<text>(?:.*\n)*?)~~~~$", RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\[U\+([0-9A-F]{4,5})\]")]
    private static partial Regex CodePoints();
}

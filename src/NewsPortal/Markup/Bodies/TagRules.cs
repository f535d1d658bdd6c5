using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPortal.Markup.Bodies;

/// <summary>Which tags and attributes a story may have, and where HTML lets them stand.</summary>
internal static partial class TagRules
{
    /// <summary>Nobody needs deeper; it bounds what parsers and browsers do with it.</summary>
    public const int Depth = 64;

    public static readonly FrozenSet<string> Inline =
        Set("a abbr cite code del em ins mark q strong sub sup");

    public static readonly FrozenSet<string> Void = Set("br hr");

    /// <summary>Written by the house only: an author's are passed over, their content stays.</summary>
    public static readonly FrozenSet<string> House = Set("aside div footer section");

    /// <summary>Hold text and inline tags, never a block.</summary>
    public static readonly FrozenSet<string> PhrasingOnly = Set("p h2 h3 h4 pre summary");

    /// <summary>Left out with their content: it is no text.</summary>
    public static readonly FrozenSet<string> LeftOut = Set(
        "script style iframe object embed applet template noscript noembed noframes svg math select textarea title head xmp "
        + "plaintext audio video canvas frameset button datalist");

    public static readonly FrozenSet<string> Allowed = Inline.Union(Void).Union(PhrasingOnly).Union(Set(
        "ul ol li blockquote figure figcaption table caption thead tbody tfoot tr th td dl dt dd details"))
        .ToFrozenSet();

    /// <summary>The parents without which a tag is nothing.</summary>
    public static readonly FrozenDictionary<string, FrozenSet<string>> Parents = new Dictionary<string, FrozenSet<string>>
    {
        ["li"] = Set("ul ol"),
        ["dt"] = Set("dl"),
        ["dd"] = Set("dl"),
        ["figcaption"] = Set("figure"),
        ["summary"] = Set("details"),
        ["caption"] = Set("table"),
        ["thead"] = Set("table"),
        ["tbody"] = Set("table"),
        ["tfoot"] = Set("table"),
        ["tr"] = Set("table thead tbody tfoot"),
        ["th"] = Set("tr"),
        ["td"] = Set("tr"),
    }.ToFrozenDictionary();

    /// <summary>What takes up text and tags that may not stand directly in such a parent.</summary>
    public static readonly FrozenDictionary<string, string> Cell = new Dictionary<string, string>
    {
        ["ul"] = "li",
        ["ol"] = "li",
        ["dl"] = "dd",
        ["table"] = "tr",
        ["thead"] = "tr",
        ["tbody"] = "tr",
        ["tfoot"] = "tr",
        ["tr"] = "td",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> HouseAttributes = Set("class id aria-label aria-labelledby");

    public static string NameOf(string tag) => tag switch
    {
        "b" => "strong",
        "i" => "em",
        "s" or "strike" => "del",
        "h1" => "h2",
        "h5" or "h6" => "h4",
        _ => tag,
    };

    public static bool Keeps(string tag, string attribute, string value, bool byHouse) => (tag, attribute) switch
    {
        ("a", "href") => true,
        ("a" or "abbr", "title") => value.Length is > 0 and < 300,
        ("ol", "start") => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        ("th" or "td", "colspan" or "rowspan") => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 1 and <= 50,
        ("th", "scope") => value is "row" or "col" or "rowgroup" or "colgroup",
        (_, "dir") => value is "ltr" or "rtl" or "auto",
        (_, "lang") => LanguageTag().IsMatch(value),
        _ => byHouse && HouseAttributes.Contains(attribute),
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}\z")]
    private static partial Regex LanguageTag();
}

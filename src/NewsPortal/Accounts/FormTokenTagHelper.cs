using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace NewsPortal.Accounts;

/// <summary>
/// Puts our own token into every form that a staff page sends. The framework does so only for forms without a written
/// address; readers' forms must never have one, since their pages are stored. So it is imported where staff pages are.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTokenTagHelper(IAntiforgery antiforgery) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var tokens = antiforgery.GetAndStoreTokens(View.HttpContext);
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.StartTag };
        field.Attributes["type"] = "hidden";
        field.Attributes["name"] = tokens.FormFieldName;
        field.Attributes["value"] = tokens.RequestToken;
        output.PostContent.AppendHtml(field);
    }
}

using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace NewsPortal.Hosting;

/// <summary>A view lives beside its controller: <c>NewsPortal.Articles.ArticlesController</c> finds <c>/Articles/Show.cshtml</c>.</summary>
internal sealed class RoomViews : IViewLocationExpander
{
    private const string Room = "room";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var controller = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo;
        context.Values[Room] = controller?.Namespace?["NewsPortal.".Length..].Replace('.', '/');
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
        => [$"/{context.Values[Room]}/{{0}}.cshtml", "/Shared/{0}.cshtml"];
}

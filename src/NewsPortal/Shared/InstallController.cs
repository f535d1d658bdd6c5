using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using NewsPortal.PageCache;

namespace NewsPortal.Shared;

/// <summary>What makes the paper installable: its manifest, and the page that stands in when there is no network.</summary>
[Stored]
public sealed class InstallController(Site site) : Controller
{
    [HttpGet("/site.webmanifest"), HttpHead("/site.webmanifest")]
    [ResponseCache(Duration = 86400)]
    public IActionResult Manifest() => Content(
        JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["name"] = site.Name,
            ["short_name"] = site.Name,
            ["lang"] = site.Language,
            ["dir"] = site.Direction,
            ["start_url"] = "/",
            ["display"] = "minimal-ui",
            ["background_color"] = "#ffffff",
            ["theme_color"] = "#ffffff",
            ["icons"] = new object[] { Icon(192), Icon(512) },
        }),
        "application/manifest+json; charset=utf-8");

    [HttpGet("/offline"), HttpHead("/offline")]
    public IActionResult Offline() => View();

    private static Dictionary<string, string> Icon(int size) => new()
    {
        ["src"] = $"/img/mark-{size}.png",
        ["sizes"] = $"{size}x{size}",
        ["type"] = "image/png",
    };
}

using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Bench.Empty;

public sealed class PagesController(PageBytes pages) : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View();

    [HttpGet("/pages/{name}")]
    public IActionResult Show(string name) => View(pages.Read(name));
}

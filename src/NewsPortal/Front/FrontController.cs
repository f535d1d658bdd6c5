using Microsoft.AspNetCore.Mvc;
using NewsPortal.PageCache;

namespace NewsPortal.Front;

public sealed class FrontController(FrontPage front) : Controller
{
    [HttpGet("/"), HttpHead("/"), Stored]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await front.ReadAsync(cancel));
}

using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Front;

public sealed class FrontController(FrontPage front) : Controller
{
    [HttpGet("/"), HttpHead("/")]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await front.ReadAsync(cancel));
}

using Microsoft.AspNetCore.Mvc;

namespace NewsPortal.Comments.Guard;

/// <summary>Gives a browser that begins a comment what it has to send with it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StampsController(Stamps stamps, GuardSettings settings) : Controller
{
    [HttpGet("/comments/stamp")]
    public IActionResult Make() => Json(new { stamp = stamps.Make(), bits = settings.WorkBits });
}

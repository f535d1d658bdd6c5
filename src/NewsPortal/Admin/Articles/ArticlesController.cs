using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>The stories at the desk.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
public sealed class ArticlesController(NewsDb db, Site site) : AdminController
{
    [HttpGet("/admin/articles")]
    public async Task<IActionResult> Index(StoryFilter filter, CancellationToken cancel)
        => View(await StoryListPage.ReadAsync(db, filter, Me, site, cancel));
}

using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;

namespace NewsPortal.Admin.Sections;

/// <summary>The parts of the paper, and the names that stand over stories.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
public sealed class SectionsController(PaperParts parts, Words words) : AdminController
{
    [HttpGet("/admin/sections")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await parts.ReadAsync(Me, cancel));

    [HttpPost("/admin/sections")]
    [ForRoles(Role.Administrator)]
    public async Task<IActionResult> Create(SectionForm form, CancellationToken cancel)
        => Answer(await parts.AddSectionAsync(form, Me, cancel), words["The section is there. It stands in the navigation as soon as it has a place."]);

    [HttpPost("/admin/sections/{id:int}")]
    [ForRoles(Role.Administrator)]
    public async Task<IActionResult> Update(int id, SectionForm form, CancellationToken cancel)
        => Answer(await parts.ChangeSectionAsync(id, form, Me, cancel), words["Changed."]);

    [HttpPost("/admin/authors")]
    public async Task<IActionResult> CreateAuthor(AuthorForm form, CancellationToken cancel)
        => Answer(await parts.AddAuthorAsync(form, Me, cancel), words["The name can stand over stories now."]);

    [HttpPost("/admin/authors/{id:int}")]
    public async Task<IActionResult> UpdateAuthor(int id, AuthorForm form, CancellationToken cancel)
        => Answer(await parts.ChangeAuthorAsync(id, form, Me, cancel), words["Changed."]);

    private StatusCodeResult Answer(Fault? fault, string done) => fault switch
    {
        null => Done("/admin/sections", done),
        { Words.Length: 0 } => NotFound(),
        _ => Fail("/admin/sections", fault.Words),
    };
}

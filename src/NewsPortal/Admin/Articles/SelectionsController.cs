using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Several stories at once: first what would happen, then it happens, then it can be undone.</summary>
[ForRoles(Role.Editor, Role.Administrator)]
[Route("admin/articles/selection")]
public sealed class SelectionsController(NewsDb db, Selections selections, Words words, IDataProtectionProvider protection) : AdminController
{
    /// <summary>Where <see cref="ArticlesController"/> finds what can be undone.</summary>
    public const string Undo = "undo";

    private readonly IDataProtector seal = protection.CreateProtector("Undoing a selection");

    [HttpPost]
    public async Task<IActionResult> Preview(SelectionForm form, CancellationToken cancel)
    {
        var stories = await selections.PreviewAsync(form, Me, cancel);
        var sections = await db.Sections.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(cancel);
        return stories.Count == 0
            ? Done(form.List, words["Pick the stories first."])
            : View("Selection", new SelectionPage(form, stories, [.. sections.Where(section => Me.WorksFor(section.Id))]));
    }

    [HttpPost("moves")]
    public async Task<IActionResult> Create(SelectionForm form, CancellationToken cancel)
    {
        var outcome = await selections.CarryOutAsync(form, Me, cancel);
        if (outcome.Done.Count > 0)
        {
            TempData[Undo] = seal.Protect($"{Me.Id} {Undoable.Write(outcome.Done)}");
        }

        var said = words.Count($"selection.{form.Move}", outcome.Done.Count);
        return Done(form.List, string.Join(' ', outcome.Problems.Distinct().Prepend(said)));
    }

    [HttpPost("undoing")]
    public async Task<IActionResult> TakeBack(string? token, string? back, CancellationToken cancel)
    {
        var list = new SelectionForm { Back = back }.List;
        if (Unseal(token) is not [var account, .. var moved] || account != $"{Me.Id}")
        {
            return Done(list, words["This can no longer be undone."]);
        }

        var put = await selections.UndoAsync(Undoable.Read(string.Join(' ', moved)), Me, cancel);
        var late = moved.Length - put;
        var said = words.Count("selection.undone", put);
        return Done(list, late == 0 ? said : $"{said} {words.Count("selection.toolate", late)}");
    }

    private string[] Unseal(string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? [] : seal.Unprotect(token).Split(' ');
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return [];
        }
    }
}

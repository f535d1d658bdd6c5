using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Admin.Media;
using NewsPortal.Articles;
using NewsPortal.Articles.Writing;
using NewsPortal.Data;
using NewsPortal.Markup;
using NewsPortal.Media;

namespace NewsPortal.Admin.Articles;

/// <summary>Sends a picture for a story from a form of its own: for who writes without scripts.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/{id:int}/pictures")]
public sealed class PicturesController(NewsDb db, PhotoArrivals arrivals, DraftSaving saving, Words words) : AdminController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(int id, CancellationToken cancel)
        => await FindAsync(id, cancel) is { } draft ? View("Picture", draft) : NotFound();

    [HttpPost, RequestSizeLimit(PhotoStore.MostFormBytes), RequestFormLimits(MultipartBodyLengthLimit = PhotoStore.MostFormBytes)]
    public async Task<IActionResult> Create(int id, PictureForm form, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } draft)
        {
            return NotFound();
        }

        try
        {
            await using var sent = form.File?.OpenReadStream() ?? throw new RefusedException("Choose a picture first.");
            var photo = await arrivals.AddAsync(sent, form.File.FileName, cancel);
            var session = await saving.OpenAsync(id, Me, cancel);
            await saving.SaveAsync(id, session.Id, new SentCopy(1, session.BaseVersion, form.Place(session.BaseCopy!, photo.Id)), Me, cancel);
            return Done($"/admin/articles/{id}", words["The picture is in the story."]);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("File", words.Of(refused));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Picture", draft);
        }
    }

    private async Task<Draft?> FindAsync(int id, CancellationToken cancel)
        => await db.Articles.OpenTo(Me).Where(a => a.Id == id).Select(a => a.Draft).AsNoTracking().FirstOrDefaultAsync(cancel);
}

public sealed class PictureForm
{
    public IFormFile? File { get; set; }

    /// <summary>Above the text; else at its end.</summary>
    public bool Lead { get; set; }

    public FigureForm Figure { get; set; } = new();

    public Copy Place(Copy copy, int photoId) => Lead
        ? copy with { Lead = Figure.ToFigure(photoId) }
        : copy with { Body = $"{copy.Body.TrimEnd()}\n\n{FigureMarkdown.Of(Figure.ToFigure(photoId))}\n" };
}

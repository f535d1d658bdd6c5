using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Data;
using NewsPortal.Markup;
using NewsPortal.Media;

namespace NewsPortal.Admin.Media;

/// <summary>Takes pictures that are chosen, dropped or pasted in an editor.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/media/photos")]
public sealed class PhotosController(NewsDb db, PhotoArrivals arrivals, Words words) : AdminController
{
    [HttpPost, RequestSizeLimit(PhotoStore.MostFormBytes), RequestFormLimits(MultipartBodyLengthLimit = PhotoStore.MostFormBytes)]
    public async Task<IActionResult> Create(IFormFile? file, CancellationToken cancel)
    {
        if (file is null)
        {
            return BadRequest(new { message = words["Choose a picture first."] });
        }

        try
        {
            await using var sent = file.OpenReadStream();
            var photo = await arrivals.AddAsync(sent, file.FileName, cancel);
            var html = FigureHtml.Picture(photo, PictureUse.Row with { Decorative = true });
            return Ok(new { id = photo.Id, html, caption = photo.Caption, alt = photo.Alt, credit = photo.Credit });
        }
        catch (RefusedException refused)
        {
            return BadRequest(new { message = words.Of(refused) });
        }
    }

    /// <summary>The picture and its words as they are written in a story's text.</summary>
    [HttpPost("{id:int}/figure")]
    public async Task<IActionResult> Write(int id, FigureForm form, CancellationToken cancel)
    {
        var photo = await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
        return photo is null ? NotFound() : Ok(new { markdown = FigureMarkdown.Of(form.ToFigure(id)) });
    }
}

public sealed class FigureForm
{
    public string? Caption { get; set; }

    public string? Alt { get; set; }

    public string? Credit { get; set; }

    public bool Decorative { get; set; }

    public Figure ToFigure(int photoId) => new()
    {
        PhotoId = photoId,
        Caption = Caption ?? "",
        Alt = Decorative ? null : Alt,
        Credit = Credit ?? "",
        Decorative = Decorative ? true : null,
    };
}

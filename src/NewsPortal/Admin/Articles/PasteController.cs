using Microsoft.AspNetCore.Mvc;
using NewsPortal.Accounts;
using NewsPortal.Markup;

namespace NewsPortal.Admin.Articles;

/// <summary>Mends what is pasted and says what it mended; what an editor takes back is not mended again.</summary>
[ForRoles(Role.Contributor, Role.Editor, Role.Administrator)]
[Route("admin/articles/paste")]
public sealed class PasteController(Words words) : AdminController
{
    private const int MostLetters = 500_000;

    [HttpPost]
    public IActionResult Clean(PasteForm form)
    {
        if (form.Text is not { Length: <= MostLetters } text)
        {
            return BadRequest(new { message = words["This is too long to be cleaned. It is pasted as it came."] });
        }

        var cleaned = PasteCleanup.Clean(new PastedCopy(form.Headline ?? "", text), form.Undone.ConvertAll(note => note.ToNote()).ToHashSet());
        return Ok(new
        {
            text = cleaned.Body,
            lastMinute = cleaned.LastMinute,
            promos = cleaned.Promos,
            notes = cleaned.Notes.Select(note => new { kind = note.Kind.ToString(), said = words[$"cleanup.{note.Kind}"], before = note.Before, after = note.After }),
        });
    }
}

public sealed class PasteForm
{
    public string? Headline { get; set; }

    public string? Text { get; set; }

    /// <summary>Changes of the same paste that were taken back.</summary>
    public List<UndoneNote> Undone { get; set; } = [];
}

public sealed class UndoneNote
{
    public CleanupKind Kind { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    // Nothing typed arrives as null.
    public CleanupNote ToNote() => new(Kind, Before ?? "", After ?? "");
}

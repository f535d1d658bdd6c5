using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Audit;
using NewsPortal.Comments;
using NewsPortal.Comments.Guard;
using NewsPortal.Data;

namespace NewsPortal.Admin.Comments;

/// <summary>The words that make a comment wait, and a box to try what they find and why.</summary>
[ForRoles(Role.Moderator, Role.Editor, Role.Administrator)]
[Route("admin/comments/words")]
public sealed class ListedWordsController(NewsDb db, Words words, TimeProvider clock) : AdminController
{
    private const string Address = "/admin/comments/words";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancel) => View("ListedWords", await ReadAsync(cancel));

    [HttpPost]
    public async Task<IActionResult> Create(string? text, string? note, CancellationToken cancel)
    {
        var page = await ReadAsync(cancel) with { Text = text, Note = note };
        try
        {
            var word = ListedWord.Add(text, note, Me.Signature, clock.GetUtcNow().UtcDateTime);
            page.Refuse(word);
            db.AddRange(word, Entry(AuditKind.WordListed, word));
            await db.SaveChangesAsync(cancel);
            return Done(Address, words["On the list: {0}", word.Text]);
        }
        catch (RefusedException refused)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("ListedWords", page with { Problem = words.Of(refused) });
        }
    }

    [HttpPost("{id:int}/removal")]
    public async Task<IActionResult> Remove(int id, CancellationToken cancel)
    {
        if (await db.ListedWords.FirstOrDefaultAsync(word => word.Id == id, cancel) is not { } found)
        {
            return NotFound();
        }

        db.Remove(found);
        db.Add(Entry(AuditKind.WordUnlisted, found));
        await db.SaveChangesAsync(cancel);
        return Done(Address, words["Off the list: {0}", found.Text]);
    }

    /// <summary>Looks at a text as at a comment. Nothing is kept.</summary>
    [HttpPost("trial")]
    public async Task<IActionResult> Try(string? trial, CancellationToken cancel)
    {
        var text = (trial ?? "").ReplaceLineEndings("\n");
        var page = await ReadAsync(cancel);
        return View("ListedWords", page with { Trial = text, Hits = new WordList(page.Rows.Select(word => word.Text)).Find(text[..Math.Min(text.Length, CommentCopy.MostCharacters)]) });
    }

    private AuditEntry Entry(AuditKind kind, ListedWord word) => AuditEntry.Of(kind, Me.Signature, clock.GetUtcNow().UtcDateTime, "words", word.Text, word.Note);

    private async Task<ListedWordsPage> ReadAsync(CancellationToken cancel)
        => new(await db.ListedWords.AsNoTracking().OrderBy(word => word.Text).ThenBy(word => word.Id).Take(ListedWord.Most).ToListAsync(cancel));
}

public sealed record ListedWordsPage(IReadOnlyList<ListedWord> Rows)
{
    /// <summary>A word that could not be listed.</summary>
    public string? Text { get; init; }

    public string? Note { get; init; }

    public string? Problem { get; init; }

    /// <summary>What is tried.</summary>
    public string? Trial { get; init; }

    public IReadOnlyList<WordHit> Hits { get; init; } = [];

    public IReadOnlyList<TextPart> Parts => TextPart.Cut(Trial ?? "", Hits.Select(hit => (hit.Start, hit.Length)));

    /// <exception cref="RefusedException">It is there already, or there is no room.</exception>
    public void Refuse(ListedWord word)
    {
        if (Rows.Any(row => string.Equals(row.Text, word.Text, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException("This is on the list already.");
        }

        if (Rows.Count >= ListedWord.Most)
        {
            throw new RefusedException("The list is full: at most {0}.", ListedWord.Most);
        }
    }
}

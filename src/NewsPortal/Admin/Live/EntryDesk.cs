using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Live;
using NewsPortal.Markup;
using NewsPortal.Media;

namespace NewsPortal.Admin.Live;

/// <summary>Makes copy of what was typed.</summary>
public sealed class EntryDesk(NewsDb db, LiveTexts texts, PhotoArrivals arrivals, Site site, TimeProvider clock)
{
    /// <summary>The copy that a form holds. A picture that came with it is written into its words, so that it is sent only once.</summary>
    /// <exception cref="RefusedException">The picture or the time cannot be read, or there is no such author.</exception>
    public async Task<EntryCopy> ReadAsync(int storyId, EntryForm form, CancellationToken cancel)
    {
        await TakePictureAsync(form, cancel);
        if (form.AuthorId is { } author && !await db.Authors.AnyAsync(a => a.Id == author, cancel))
        {
            throw new RefusedException("There is no such author. Choose another.");
        }

        return new EntryCopy(await RenderAsync(storyId, form.Words, cancel))
        {
            Headline = form.Headline,
            AuthorId = form.AuthorId,
            Place = form.Place,
            EventUtc = ReadTime(form.At),
            IsKey = form.IsKey,
        };
    }

    /// <summary>Markdown made into HTML in the language of the story.</summary>
    public async Task<LiveText> RenderAsync(int storyId, string? words, CancellationToken cancel)
    {
        var story = await db.Articles.AsNoTracking().Where(a => a.Id == storyId).Select(a => new { a.Draft, a.Section!.Language }).FirstAsync(cancel);
        return await texts.RenderAsync(words, story.Draft.Copy.Language ?? story.Language, cancel);
    }

    private async Task TakePictureAsync(EntryForm form, CancellationToken cancel)
    {
        if (form.File is not { Length: > 0 } file)
        {
            return;
        }

        await using var sent = file.OpenReadStream();
        var photo = await arrivals.AddAsync(sent, file.FileName, cancel);
        form.Words = $"{form.Words?.TrimEnd()}\n\n{FigureMarkdown.Of(form.Figure.ToFigure(photo.Id))}";
        (form.File, form.Figure) = (null, new());
    }

    // Of an hour that the clock shows twice the later one that has been: entries tell of what has just happened.
    private DateTime? ReadTime(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        var offers = WallTime.Read(typed, site.Zone).Offers;
        var now = clock.GetUtcNow().UtcDateTime;
        return offers.Count == 0
            ? throw new RefusedException("This is no time. Write it like 2026-11-22T14:30.")
            : (offers.LastOrDefault(offer => offer.Utc <= now) ?? offers[0]).Utc;
    }
}

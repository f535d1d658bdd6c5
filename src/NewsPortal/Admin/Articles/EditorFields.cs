using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Media;

namespace NewsPortal.Admin.Articles;

/// <summary>A copy in the fields of the editor, with what there is to choose from.</summary>
public sealed class EditorFields
{
    private const int ShownVersions = 3;

    public required CopyForm Form { get; init; }

    public required int ArticleId { get; init; }

    public required bool IsPage { get; init; }

    /// <summary>An address readers know is not made anew when the headline changes.</summary>
    public required bool HasAddress { get; init; }

    public required string MadeSlug { get; init; }

    public required IReadOnlyList<Choice> Sections { get; init; }

    public required IReadOnlyList<Choice> Authors { get; init; }

    /// <summary>The related stories that are chosen already.</summary>
    public required IReadOnlyList<Choice> Related { get; init; }

    public Photo? Lead { get; init; }

    /// <summary>The newest versions.</summary>
    public required IReadOnlyList<RevisionLine> Versions { get; init; }

    public static async Task<EditorFields> ReadAsync(NewsDb db, CopyDesk desk, Article article, Copy copy, CancellationToken cancel)
    {
        var related = await db.Articles.Where(a => copy.RelatedIds.Contains(a.Id)).Select(a => new Choice(a.Id, a.Headline)).ToListAsync(cancel);
        return new()
        {
            Form = await desk.FillAsync(copy, slugFollows: article.PublishedUtc is null, cancel),
            ArticleId = article.Id,
            IsPage = article.Kind == ArticleKind.Page,
            HasAddress = article.PublishedUtc is not null,
            MadeSlug = Slug.Of(copy.Headline),
            Sections = await db.Sections.OrderBy(s => s.Position).ThenBy(s => s.Name).Select(s => new Choice(s.Id, s.Name)).ToListAsync(cancel),
            Authors = await db.Authors.OrderBy(a => a.Name).Select(a => new Choice(a.Id, a.Name)).ToListAsync(cancel),
            Related = [.. copy.RelatedIds.Select(id => related.Find(story => story.Id == id)).OfType<Choice>()],
            Versions = await db.Revisions.Lines(article.Id).Take(ShownVersions).ToListAsync(cancel),
            Lead = copy.Lead is { } lead ? await db.Photos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == lead.PhotoId, cancel) : null,
        };
    }
}

public sealed record Choice(int Id, string Name);

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Articles.Merging;
using NewsPortal.Data;

namespace NewsPortal.Admin.Articles;

/// <summary>Copies in words: a section by its name and not by its number.</summary>
public sealed class CopyNames
{
    private Dictionary<int, string> sections = [];
    private Dictionary<int, string> authors = [];
    private Dictionary<int, string> tags = [];
    private Dictionary<int, string> stories = [];

    private CopyNames()
    {
    }

    public static async Task<CopyNames> ReadAsync(NewsDb db, IEnumerable<Copy?> copies, CancellationToken cancel)
    {
        var known = copies.OfType<Copy>().ToList();
        var sections = known.ConvertAll(copy => copy.SectionId);
        var authors = known.SelectMany(copy => copy.Bylines).Select(line => line.AuthorId).Distinct().ToList();
        var tags = known.SelectMany(copy => copy.TagIds).Distinct().ToList();
        var stories = known.SelectMany(copy => copy.RelatedIds).Distinct().ToList();
        return new()
        {
            sections = await db.Sections.Where(s => sections.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel),
            authors = await db.Authors.Where(a => authors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel),
            tags = await db.Tags.Where(t => tags.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, cancel),
            stories = await db.Articles.Where(a => stories.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Headline, cancel),
        };
    }

    /// <summary>A field's name as it begins a line.</summary>
    public static string Title(CopyField field, Words words)
        => words[$"field.{field}"] is { Length: > 0 } name ? char.ToUpper(name[0], CultureInfo.CurrentCulture) + name[1..] : "";

    /// <summary>What is in conflict: "Headline", "Byline of Ada Quill".</summary>
    public string Title(MergeConflict conflict, Words words)
        => conflict.Field == CopyField.Bylines ? words["Byline of {0}", Name(authors, Number(conflict.Key.Split('-')[^1]))] : Title(conflict.Field, words);

    public string? Say(MergeConflict conflict, string? value, Words words) => (conflict.Field, value) switch
    {
        (_, null) => null,
        (CopyField.Section, _) => Name(sections, Number(value)),
        (CopyField.WorkType, _) => words[$"worktype.{value}"],
        (CopyField.CommentsMode, _) => words[$"comments.{value}"],
        _ => value,
    };

    /// <summary>A field of a copy as text; empty when nothing is in it.</summary>
    public string Say(Copy copy, CopyField field, Words words) => field switch
    {
        CopyField.Headline => copy.Headline,
        CopyField.Standfirst => copy.Standfirst ?? "",
        CopyField.Kicker => copy.Kicker ?? "",
        CopyField.Body => copy.Body,
        CopyField.FrontHeadline => copy.FrontHeadline ?? "",
        CopyField.SearchTitle => copy.SearchTitle ?? "",
        CopyField.SearchDescription => copy.SearchDescription ?? "",
        CopyField.SocialTitle => copy.SocialTitle ?? "",
        CopyField.SocialText => copy.SocialText ?? "",
        CopyField.SocialPhoto => copy.SocialPhotoId is { } photo ? Picture(photo) : "",
        CopyField.Section => copy.SectionId is { } section ? Name(sections, section) : "",
        CopyField.Tags => string.Join(", ", copy.TagIds.Select(id => Name(tags, id))),
        CopyField.Bylines => string.Join("\n", copy.Bylines.Select(line => Say(line, words))),
        CopyField.Lead => copy.Lead is { } lead ? string.Join("\n", new[] { Picture(lead.PhotoId), lead.Caption, lead.Alt, lead.Credit }.Where(word => !string.IsNullOrEmpty(word))) : "",
        CopyField.Related => string.Join("\n", copy.RelatedIds.Select(id => Name(stories, id))),
        CopyField.WorkType => words[$"worktype.{copy.WorkType}"],
        CopyField.Language => copy.Language ?? "",
        CopyField.Slug => copy.Slug,
        CopyField.CommentsMode => words[$"comments.{copy.CommentsMode}"],
        CopyField.LastMinute => words[copy.LastMinute ? "Yes" : "No"],
        CopyField.Pinned => words[copy.Pinned ? "Yes" : "No"],
        _ => copy.EmbargoUtc is { } embargo ? embargo.ToString("u", CultureInfo.InvariantCulture) : "",
    };

    private string Say(BylineCopy line, Words words)
        => string.Join(", ", new[] { Name(authors, line.AuthorId), words[$"bylinerole.{line.Role}"], line.Place }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Picture(int id) => string.Create(CultureInfo.InvariantCulture, $"photo:{id}");

    private static string Name(Dictionary<int, string> names, int id) => names.GetValueOrDefault(id, string.Create(CultureInfo.InvariantCulture, $"#{id}"));

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

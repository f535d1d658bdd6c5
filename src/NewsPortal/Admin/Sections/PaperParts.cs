using Microsoft.EntityFrameworkCore;
using NewsPortal.Accounts;
using NewsPortal.Articles;
using NewsPortal.Data;
using NewsPortal.Sections;

namespace NewsPortal.Admin.Sections;

/// <summary>Adds and changes sections and authors. Addresses are made once, of the first name, and stay.</summary>
public sealed class PaperParts(NewsDb db, Words words, TimeProvider clock)
{
    // What the form asks for is not there: the page answers "not found".
    private static readonly Fault Missing = new("", "");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PartsPage> ReadAsync(Staffer me, CancellationToken cancel) => new(
        await db.Sections.AsNoTracking().OrderBy(section => section.Position < 0).ThenBy(section => section.Position).ThenBy(section => section.Name).ToListAsync(cancel),
        await db.Authors.AsNoTracking().OrderBy(author => author.Name).ToListAsync(cancel),
        me.Role == Role.Administrator);

    public async Task<Fault?> AddSectionAsync(SectionForm form, Staffer me, CancellationToken cancel)
    {
        if (Read(form) is not { } read)
        {
            return Faulty(form.Name, Section.NameLength);
        }

        var slug = Slug.Of(read.Name, Section.SlugLength, "section");
        if (Section.ReservedSlugs.Contains(slug) || await db.Sections.AnyAsync(section => section.Slug == slug, cancel))
        {
            return new Fault("Name", words["The address /{0} is taken. Choose another name; you can change it back afterwards.", slug]);
        }

        var section = new Section
        {
            Slug = slug,
            Name = read.Name,
            Description = read.Description,
            Language = read.Language,
            Position = read.Position,
            CommentsMode = read.CommentsMode,
        };
        db.Add(section.Added(me.Signature, Now));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    public async Task<Fault?> ChangeSectionAsync(int id, SectionForm form, Staffer me, CancellationToken cancel)
    {
        if (await db.Sections.FirstOrDefaultAsync(section => section.Id == id, cancel) is not { } section)
        {
            return Missing;
        }

        if (Read(form) is not { } read)
        {
            return Faulty(form.Name, Section.NameLength);
        }

        section.Change(read, me.Signature, Now);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    public async Task<Fault?> AddAuthorAsync(AuthorForm form, Staffer me, CancellationToken cancel)
    {
        if (Read(form) is not { } read)
        {
            return Faulty(form.Name, Author.NameLength);
        }

        var slug = Slug.Of(read.Name, Author.SlugLength, "author");
        if (await db.Authors.AnyAsync(other => other.Slug == slug, cancel))
        {
            return new Fault("Name", words["There is an author of this name. Add what tells the two apart."]);
        }

        var author = new Author { Slug = slug, Name = read.Name, JobTitle = read.JobTitle, Bio = read.Bio, Email = read.Email };
        db.Add(author.Added(me.Signature, Now));
        await db.SaveChangesAsync(cancel);
        return null;
    }

    public async Task<Fault?> ChangeAuthorAsync(int id, AuthorForm form, Staffer me, CancellationToken cancel)
    {
        if (await db.Authors.FirstOrDefaultAsync(author => author.Id == id, cancel) is not { } author)
        {
            return Missing;
        }

        if (Read(form) is not { } read)
        {
            return Faulty(form.Name, Author.NameLength);
        }

        author.Change(read, me.Signature, Now);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private static SectionWords? Read(SectionForm form)
        => Text(form.Name, Section.NameLength) is { } name && (form.Description?.Length ?? 0) <= Section.DescriptionLength
            ? new SectionWords(name, Text(form.Description, Section.DescriptionLength), Text(form.Language, 35), form.Position, Enum.IsDefined(form.CommentsMode) ? form.CommentsMode : CommentsMode.Inherit)
            : null;

    private static AuthorWords? Read(AuthorForm form) => Text(form.Name, Author.NameLength) is { } name
        ? new AuthorWords(name, Text(form.JobTitle, Author.JobTitleLength), Text(form.Bio, Author.BioLength), Text(form.Email, Author.EmailLength))
        : null;

    private Fault Faulty(string? name, int longest) => string.IsNullOrWhiteSpace(name)
        ? new Fault("Name", words["Give it a name."])
        : new Fault("Name", words["That is too long: at most {0} characters.", longest]);

    private static string? Text(string? typed, int longest) => typed?.Trim() is { Length: > 0 } text && text.Length <= longest ? text : null;
}

public sealed record PartsPage(IReadOnlyList<Section> Sections, IReadOnlyList<Author> Authors, bool MayChangeSections);

using Microsoft.EntityFrameworkCore;
using NewsPortal.Data;
using NewsPortal.Sections;

namespace NewsPortal.Import.WordPress;

/// <summary>The old site's users as authors. Their e-mail addresses were never meant for readers and stay behind.</summary>
internal sealed class AuthorImport(NewsDb db, ImportLedger ledger, OldAddresses addresses)
{
    private const string Kind = "author";

    public async Task ImportAsync(WordPressRun run, CancellationToken cancel)
    {
        foreach (var author in run.Survey.Authors)
        {
            await db.WriteAsync(() => AddAsync(run, author.Login, author.DisplayName, cancel), cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The authors over a story: those of the co-authors plug-in, else the post's one.</summary>
    public async Task<List<int>> OfAsync(WordPressRun run, WxrItem item, CancellationToken cancel)
    {
        var named = item.Terms.Where(term => term.Taxonomy == "author")
            .Select(term => (Login: term.Slug.StartsWith("cap-", StringComparison.Ordinal) ? term.Slug[4..] : term.Slug, term.Name)).ToList();
        if (named.Count == 0 && item.Creator.Length > 0)
        {
            named.Add((item.Creator, item.Creator));
        }

        var ids = new List<int>();
        foreach (var (login, name) in named)
        {
            ids.Add(await IdOfAsync(run, item, login, name, cancel));
        }

        return ids;
    }

    /// <summary>The author who wrote a comment while signed in; null for a reader.</summary>
    public async Task<int?> OfCommentAsync(WordPressRun run, WxrComment comment, CancellationToken cancel)
    {
        if (comment.UserId is "" or "0")
        {
            return null;
        }

        var user = run.Survey.Authors.FirstOrDefault(author => author.Id is { Length: > 0 } id && id == comment.UserId)
            ?? run.Survey.Authors.FirstOrDefault(author => author.Email is { Length: > 0 } email && email.Equals(comment.Email, StringComparison.OrdinalIgnoreCase));
        return user is null ? null : await ledger.FindAsync(Kind, user.Login, cancel);
    }

    private async Task<int> IdOfAsync(WordPressRun run, WxrItem item, string login, string name, CancellationToken cancel)
    {
        if (await ledger.FindAsync(Kind, login, cancel) is { } known)
        {
            return known;
        }

        // Hand-edited exports have stray characters around a login.
        var letters = Letters(login);
        var near = run.Survey.Authors.FirstOrDefault(author => letters.Length > 0 && Letters(author.Login) == letters);
        if (near is not null && await ledger.FindAsync(Kind, near.Login, cancel) is { } meant)
        {
            run.Tell("An author is not in the list of authors; taken as the one whose login has the same letters", $"'{login}' as '{near.Login}', {item.Label}");
            return meant;
        }

        run.Tell("An author is not in the list of authors; made from the login", $"{login}, {item.Label}");
        return await AddAsync(run, login, name, cancel);
    }

    private static string Letters(string login) => string.Concat(login.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private async Task<int> AddAsync(WordPressRun run, string login, string name, CancellationToken cancel)
    {
        if (await ledger.FindAsync(Kind, login, cancel) is { } known)
        {
            run.Report.Count("authors", ImportOutcome.Unchanged);
            return known;
        }

        var shown = PlainWords.Cut(PlainWords.Of(name), Author.NameLength) ?? login;
        var wanted = Slug.Of(login, Author.SlugLength, "author");
        var author = await db.Authors.FirstOrDefaultAsync(other => other.Slug == wanted && other.Name == shown, cancel);
        if (author is null)
        {
            var free = await FreeSlug.OfAsync(wanted, Author.SlugLength, slug => db.Authors.AnyAsync(other => other.Slug == slug, cancel));
            author = new Author { Slug = free, Name = shown };
            db.Authors.Add(author.Added(WordPressRun.By, run.Now));
            await db.SaveChangesAsync(cancel);
        }

        await ledger.RememberAsync(Kind, login, author.Id, cancel);
        await addresses.LeadAsync(run, $"{run.Survey.BaseUri.AbsolutePath.TrimEnd('/')}/author/{login}", $"/author/{author.Slug}", cancel);
        await db.SaveChangesAsync(cancel);
        run.Report.Count("authors", ImportOutcome.Added);
        return author.Id;
    }
}

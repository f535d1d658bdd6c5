using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Data;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class WritingTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_version_is_one_when_a_row_is_made_and_grows_by_one_with_each_change()
    {
        await using var db = database.Open();
        var article = Some.Article();
        db.Add(article);
        await db.SaveChangesAsync();
        Assert.Equal(1, article.Version);

        article.Publish(Some.Ada, Some.Noon);
        await db.SaveChangesAsync();
        Assert.Equal(2, article.Version);

        await db.SaveChangesAsync();
        Assert.Equal(2, await Read(read => read.Articles.Select(a => a.Version).SingleAsync()));
    }

    [Fact]
    public async Task A_change_of_a_row_that_somebody_changed_meanwhile_is_refused()
    {
        await using var mine = await OpenWithArticle();
        await ChangeBehind();
        mine.Articles.Local.Single().Publish(Some.Ada, Some.Noon);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());

        Assert.Equal("Changed behind", await Read(db => db.Articles.Select(a => a.Headline).SingleAsync()));
        Assert.Single(await Read(db => db.Changes.ToListAsync()));
    }

    [Fact]
    public async Task A_delete_of_a_row_that_somebody_changed_meanwhile_is_refused()
    {
        await using var mine = await OpenWithArticle();
        await ChangeBehind();
        mine.Remove(mine.Articles.Local.Single());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());

        Assert.Equal(1, await Read(db => db.Articles.CountAsync()));
    }

    [Fact]
    public async Task What_a_refused_save_would_have_announced_is_announced_once_when_the_next_try_succeeds()
    {
        await using var mine = await OpenWithArticle();
        await ChangeBehind();
        mine.Articles.Local.Single().Correct(Some.Ada, CorrectionKind.Correction, "The bridge is in Ulm.", Some.Noon);
        mine.Articles.Local.Single().Publish(Some.Ada, Some.Noon);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());

        foreach (var entry in mine.ChangeTracker.Entries<IVersioned>().ToList())
        {
            entry.OriginalValues.SetValues((await entry.GetDatabaseValuesAsync())!);
        }

        // The other editor's publication took revision 1.
        mine.Remove(Assert.Single(mine.Articles.Local.Single().Revisions));
        await mine.SaveChangesAsync();
        await mine.SaveChangesAsync();

        Assert.Equal([ChangeKind.Published, ChangeKind.Published], await Read(db => db.Changes.OrderBy(c => c.Seq).Select(c => c.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_change_names_the_new_row_by_the_id_it_was_given()
    {
        await using var db = database.Open();
        var article = Some.Article();
        article.Publish(Some.Ada, Some.Noon);
        db.Add(article);
        await db.SaveChangesAsync();

        var change = await Read(read => read.Changes.SingleAsync());
        Assert.Equal((ChangeKind.Published, $"article:{article.Id}"), (change.Kind, change.Subject));
    }

    [Fact]
    public async Task A_write_that_fails_leaves_neither_the_fact_nor_its_change_and_the_context_forgets_both()
    {
        await using var db = database.Open();
        var failed = await Assert.ThrowsAsync<RefusedException>(() => db.WriteAsync(async () =>
        {
            var article = Some.Article();
            article.Publish(Some.Ada, Some.Noon);
            db.Add(article);
            await db.SaveChangesAsync();
            throw new RefusedException("On second thoughts.");
        }));

        Assert.Equal("On second thoughts.", failed.Message);
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Equal((0, 0), await Read(async read => (await read.Articles.CountAsync(), await read.Changes.CountAsync())));
    }

    [Fact]
    public async Task A_write_inside_a_write_joins_it()
    {
        await using var db = database.Open();
        await Assert.ThrowsAsync<RefusedException>(() => db.WriteAsync(async () =>
        {
            await db.WriteAsync(async () =>
            {
                db.Add(Some.Article());
                await db.SaveChangesAsync();
            });
            throw new RefusedException("The outer one fails.");
        }));

        Assert.Equal(0, await Read(read => read.Articles.CountAsync()));
    }

    [Fact]
    public async Task An_inner_write_that_failed_cannot_be_passed_over()
    {
        await using var db = database.Open();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.WriteAsync(async () =>
        {
            db.Add(Some.Article());
            await db.SaveChangesAsync();
            await Assert.ThrowsAsync<RefusedException>(() => db.WriteAsync(() => throw new RefusedException("Inner.")));
        }));

        Assert.IsType<RefusedException>(refused.InnerException);
        Assert.Equal(0, await Read(read => read.Articles.CountAsync()));
    }

    [Fact]
    public async Task A_save_that_failed_inside_a_write_may_be_mended_there()
    {
        await using var db = database.Open();
        await db.WriteAsync(async () =>
        {
            var second = Tag("harbour");
            db.AddRange(Tag("harbour"), second);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            second.Slug = "harbour-2";
            await db.SaveChangesAsync();
        });

        Assert.Equal(["harbour", "harbour-2"], await Read(read => read.Tags.Select(tag => tag.Slug).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_cancelled_write_leaves_nothing_and_lets_the_next_one_in()
    {
        await using var db = database.Open();
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.WriteAsync(
            async () =>
            {
                db.Add(Tag("harbour"));
                await db.SaveChangesAsync(cancel.Token);
                await cancel.CancelAsync();
            },
            cancel.Token));

        db.Add(Tag("bridge"));
        await db.SaveChangesAsync();
        Assert.Equal(["bridge"], await Read(read => read.Tags.Select(tag => tag.Slug).ToListAsync()));
    }

    [Fact]
    public async Task A_bulk_update_runs_only_inside_a_write()
    {
        await using var db = database.Open();
        db.Add(Tag("harbour"));
        await db.SaveChangesAsync();
        Task Rename() => db.Tags.ExecuteUpdateAsync(set => set.SetProperty(tag => tag.Name, "Renamed"));

        await Assert.ThrowsAsync<InvalidOperationException>(Rename);
        Assert.Equal("harbour", await Read(read => read.Tags.Select(tag => tag.Name).SingleAsync()));

        await db.WriteAsync(Rename);
        Assert.Equal("Renamed", await Read(read => read.Tags.Select(tag => tag.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_text_that_does_not_fit_its_column_is_refused_on_either_engine()
    {
        await using var db = database.Open();
        var tag = Tag(new string('x', NewsPortal.Sections.Tag.SlugLength));
        db.Add(tag);
        await db.SaveChangesAsync();

        tag.Name = new string('x', NewsPortal.Sections.Tag.NameLength + 1);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        Assert.Equal("Tag.Name holds 121 characters where 120 fit.", refused.Message);
        Assert.Equal(tag.Slug, await Read(read => read.Tags.Select(t => t.Name).SingleAsync()));
    }

    [Fact]
    public async Task Saving_without_waiting_is_refused_to_all_but_the_key_ring()
    {
        await using var db = database.Open();
        db.Add(new DataProtectionKey { FriendlyName = "key-1" });
        db.SaveChanges();
        db.Add(Tag("harbour"));
        Assert.Throws<NotSupportedException>(() => db.SaveChanges());

        Assert.Equal((1, 0), await Read(async read => (await read.DataProtectionKeys.CountAsync(), await read.Tags.CountAsync())));
    }

    private static NewsPortal.Sections.Tag Tag(string slug) => new() { Slug = slug, Name = slug };

    private async Task<NewsDb> OpenWithArticle()
    {
        await using (var db = database.Open())
        {
            db.Add(Some.Article());
            await db.SaveChangesAsync();
        }

        var mine = database.Open();
        await mine.Articles.Include(a => a.Draft).Include(a => a.Revisions).LoadAsync();
        return mine;
    }

    private async Task ChangeBehind()
    {
        await using var theirs = database.Open();
        var article = await theirs.Articles.Include(a => a.Draft).SingleAsync();
        article.Draft.Save(Some.Copy("Changed behind"), Some.Body("Changed."), Some.Bo, Some.Noon);
        article.Publish(Some.Bo, Some.Noon);
        await theirs.SaveChangesAsync();
    }

    private async Task<T> Read<T>(Func<NewsDb, Task<T>> query)
    {
        await using var db = database.Open();
        return await query(db);
    }
}

using Microsoft.EntityFrameworkCore;
using NewsPortal.Audit;
using NewsPortal.Shared;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Audit;

public sealed class AuditTrailTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_deed_is_written_with_its_doer_subject_and_reason_in_the_save_of_the_deed()
    {
        await using var db = database.Open();
        var article = Some.Article("Bridge opens");
        db.Add(article);
        article.Publish(Some.Ada, Some.Noon);
        await db.SaveChangesAsync();
        article.Withdraw(Some.Bo, "It was not true.", Some.Noon.AddHours(1));
        await db.SaveChangesAsync();

        var trail = await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync();

        Assert.Equal([AuditKind.Published, AuditKind.Withdrawn], trail.Select(entry => entry.Kind));
        Assert.All(trail, entry => Assert.Equal(($"article:{article.Id}", "Bridge opens"), (entry.Subject, entry.Title)));
        Assert.Equal((Some.Bo.Name, Some.Bo.AccountId, "It was not true."), (trail[1].By, trail[1].ById, trail[1].Detail));
    }

    [Fact]
    public async Task A_deed_that_was_not_done_leaves_no_trace()
    {
        await using var db = database.Open();

        await Assert.ThrowsAsync<RefusedException>(() => db.WriteAsync(async () =>
        {
            var article = Some.Article();
            article.Publish(Some.Ada, Some.Noon);
            db.Add(article);
            await db.SaveChangesAsync();
            throw new RefusedException("On second thoughts.");
        }));

        Assert.Empty(await db.AuditEntries.ToListAsync());
    }

    [Fact]
    public void A_text_that_is_too_long_for_the_trail_is_cut_and_not_lost()
    {
        var entry = AuditEntry.Of(AuditKind.Published, Some.Ada, Some.Noon, "article:1", new string('x', 5000), new string('y', 5000));

        Assert.Equal((AuditEntry.TitleLength, AuditEntry.DetailLength), (entry.Title.Length, entry.Detail!.Length));
        Assert.EndsWith("…", entry.Title, StringComparison.Ordinal);
    }
}

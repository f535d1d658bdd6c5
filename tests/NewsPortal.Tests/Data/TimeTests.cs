using Microsoft.EntityFrameworkCore;
using NewsPortal.Changes;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Data;

public sealed class TimeTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_time_comes_back_as_the_UTC_instant_that_was_stored()
    {
        var instant = Some.Noon.AddTicks(1234567);
        await using (var db = database.Open())
        {
            db.Add(At(instant));
            await db.SaveChangesAsync();
        }

        await using var read = database.Open();
        var stored = await read.Changes.Where(change => change.AtUtc == instant).Select(change => change.AtUtc).SingleAsync();
        Assert.Equal((instant, DateTimeKind.Utc), (stored, stored.Kind));
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task A_time_that_is_not_UTC_is_not_stored(DateTimeKind kind)
    {
        await using var db = database.Open();
        db.Add(At(DateTime.SpecifyKind(Some.Noon, kind)));

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());

        Assert.Contains($"this time is {kind}", refused.ToString(), StringComparison.Ordinal);
        await using var read = database.Open();
        Assert.Equal(0, await read.Changes.CountAsync());
    }

    private static Change At(DateTime time) => new() { Kind = ChangeKind.Published, Subject = "article:1", AtUtc = time };
}

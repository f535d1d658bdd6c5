using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Tests.Support;

/// <summary>Live coverage in a newsroom.</summary>
public static partial class Some
{
    public static LiveText Text(string words) => new(words, words.Length == 0 ? "" : $"<p>{words}</p>", words, 1);

    public static EntryCopy EntryCopy(string words) => new(Text(words));

    /// <summary>A published story that is covered live; its id.</summary>
    public static async Task<int> LiveStoryAsync(this Newsroom newsroom, string headline = "A gate is stuck")
    {
        var section = await newsroom.WithDbAsync(db => db.Sections.OrderBy(s => s.Id).FirstOrDefaultAsync()) ?? await newsroom.SectionAsync("Harbour");
        var story = await newsroom.PublishAsync(CopyFor(section, headline));
        await newsroom.CoverAsync(story.Id);
        return story.Id;
    }

    public static Task CoverAsync(this Newsroom newsroom, int storyId) => newsroom.WithDbAsync(async db =>
    {
        db.Add(Coverage.Start(await db.Articles.SingleAsync(a => a.Id == storyId), Ada, newsroom.Now));
        return await db.SaveChangesAsync();
    });

    /// <summary>An entry by Ada, sent unless it <paramref name="waits"/>, its words rendered as the desk's are.</summary>
    public static Task<Entry> FileAsync(
        this Newsroom newsroom, int storyId, string words, bool waits = false, Guid? key = null, Func<EntryCopy, EntryCopy>? change = null)
        => newsroom.WithAsync(async services =>
        {
            var copy = new EntryCopy(await services.GetRequiredService<LiveTexts>().RenderAsync(words, null));
            var filing = new Filing(storyId, change?.Invoke(copy) ?? copy, key ?? Guid.NewGuid(), waits);
            return await services.GetRequiredService<Sending>().FileAsync(filing, Ada, default);
        });

    public static Task SignOffAsync(this Newsroom newsroom, int entryId) => newsroom.WithAsync(async services =>
    {
        var entry = await services.GetRequiredService<NewsDb>().Entries.SingleAsync(e => e.Id == entryId);
        await services.GetRequiredService<Sending>().SignOffAsync(entry, Bo, default);
    });

    public static Task ChangeEntryAsync(this Newsroom newsroom, int entryId, Action<Entry> change) => newsroom.WithDbAsync(async db =>
    {
        change(await db.Entries.SingleAsync(e => e.Id == entryId));
        return await db.SaveChangesAsync();
    });

    public static Task ChangeCoverageAsync(this Newsroom newsroom, int storyId, Action<Coverage> change) => newsroom.WithDbAsync(async db =>
    {
        change(await db.Coverages.SingleAsync(c => c.ArticleId == storyId));
        return await db.SaveChangesAsync();
    });
}

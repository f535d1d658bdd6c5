using System.Globalization;

namespace NewsPortal.Bench.PageCache;

/// <summary>A story whose headline says which edition it is, and when each was committed.</summary>
internal sealed class RepublishedStory(Editor editor, Watched newsroom)
{
    private const int Paragraphs = 12;

    private readonly List<long> committed = [];

    /// <summary>By edition, from 0; in ticks of the monotonic clock.</summary>
    public IReadOnlyList<long> Committed => committed;

    /// <returns>Its address.</returns>
    public async Task<string> StartAsync()
    {
        await editor.StartStoryAsync(Editions.Headline(0));
        await PublishAsync(1);
        return await editor.AddressAsync();
    }

    public async Task PublishAsync(int editions)
    {
        for (var left = editions; left > 0; left--)
        {
            await editor.SaveAsync(Editions.Headline(committed.Count), "evening-edition", Body(committed.Count));
            await editor.PublishAsync();
            committed.Add(newsroom.Read().Told);
        }
    }

    private static string Body(int edition) => string.Join("\n\n", Enumerable.Range(1, Paragraphs).Select(at => string.Create(
        CultureInfo.InvariantCulture,
        $"The council met for the {at}. time, and the *harbour master* told it what winter {edition + at} had done to quay {edition * at}: repairs of {(edition * 7) + at} thousand, of which the province pays {at * 3} per cent if the work begins before the ice does.")));
}

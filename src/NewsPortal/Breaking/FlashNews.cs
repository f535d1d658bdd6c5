using System.Text.Json;
using NewsPortal.Changes;
using NewsPortal.PageCache;

namespace NewsPortal.Breaking;

/// <summary>The flashes on air, as open pages are told of them.</summary>
internal sealed class FlashNews(OnAir onAir, PageBasis basis) : IStandingNews
{
    private const string WithoutStory = "/last-minute";

    public string Name => "flashes";

    public async Task<StandingNow> ReadAsync(CancellationToken cancel)
    {
        var lines = await onAir.ReadAsync(cancel);
        return new StandingNow(lines.Select(Told).ToList(), basis.Tags, basis.TrueUntilUtc);
    }

    private static FlashTold Told(FlashLine line) => new(
        line.Id,
        line.Version,
        JsonNamingPolicy.CamelCase.ConvertName(line.Level.ToString()),
        line.Text,
        line.StoryUrl ?? WithoutStory,
        line.RaisedUtc,
        line.EndsUtc,
        line.CorrectedUtc,
        line.Language);

    private sealed record FlashTold(
        int Id, int Version, string Level, string Text, string Url, DateTime RaisedUtc, DateTime EndsUtc, DateTime? CorrectedUtc, string? Language);
}

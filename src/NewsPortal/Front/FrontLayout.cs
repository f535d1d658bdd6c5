using NewsPortal.Articles;
using NewsPortal.Breaking;

namespace NewsPortal.Front;

/// <summary>The front page's blocks. A story stands in one of them at most, the first that wants it.</summary>
public sealed class FrontLayout
{
    private const int TopStories = 4;
    private const int LatestStories = 8;
    private const int OpinionPieces = 4;
    private const int DiscussedStories = 5;
    private const int LargeSectionStories = 5;
    private const int SmallSectionStories = 3;
    private const int AroundStories = 3;

    private readonly List<StoryCard> shown = [];
    private readonly HashSet<int> shownIds = [];

    private FrontLayout()
    {
    }

    public StoryCard? Lead { get; private set; }

    public IReadOnlyList<StoryCard> AroundLead { get; private set; } = [];

    /// <summary>A running "Last minute" story that is not the lead, with the newest of its section.</summary>
    public StoryCard? Running { get; private set; }

    public IReadOnlyList<StoryCard> AroundRunning { get; private set; } = [];

    public IReadOnlyList<StoryCard> Latest { get; private set; } = [];

    public IReadOnlyList<StoryCard> Top { get; private set; } = [];

    public IReadOnlyList<StoryCard> Opinion { get; private set; } = [];

    public IReadOnlyList<StoryCard> Discussed { get; private set; } = [];

    /// <summary>The first section that has enough to show, drawn large; null when none fills the room.</summary>
    public SectionBlock? LargeSection { get; private set; }

    public IReadOnlyList<SectionBlock> SmallSections { get; private set; } = [];

    /// <summary>Rows of three columns, or of four where that leaves no hole.</summary>
    public IEnumerable<SectionBlock[]> SmallRows => SmallSections.Chunk(SmallSections.Count % 4 == 0 ? 4 : 3);

    public IReadOnlyCollection<StoryCard> Shown => shown;

    /// <summary>Those whose number of comments is printed.</summary>
    public IReadOnlyCollection<StoryCard> Counted => [.. Lead is null ? Array.Empty<StoryCard>() : [Lead], .. Top, .. LargeSection?.Stories ?? []];

    /// <summary>Those whose authors are.</summary>
    public IReadOnlyCollection<StoryCard> Bylined => [.. Counted, .. Opinion];

    public bool HasRoomToDiscuss => Discussed.Count < DiscussedStories;

    /// <summary>The story to open with: the pinned one, else the newest with a picture, else the newest.</summary>
    public static StoryCard? PickLead(FrontStories stories) => stories.InSiteLanguage.FirstOrDefault(s => s.Pinned)
        ?? stories.InSiteLanguage.FirstOrDefault(s => s.HasPicture && s.WorkType != WorkType.Opinion)
        ?? stories.InSiteLanguage.FirstOrDefault()
        ?? (stories.All is [var newest, ..] ? newest : null);

    public static FrontLayout Compose(
        FrontStories stories, IReadOnlyList<StoryCard> related, IReadOnlyList<SectionLink> sections, IReadOnlyList<FlashLine> flashes)
    {
        var layout = new FrontLayout();
        var running = flashes.Select(flash => flash.StoryId).ToHashSet();
        var own = stories.InSiteLanguage;
        layout.Lead = PickLead(stories) is { } lead ? layout.Take([lead], 1)[0] : null;
        layout.Running = layout.Take(own.Where(s => running.Contains(s.Id)), 1).FirstOrDefault();
        layout.AroundLead = layout.Take(related, AroundStories);
        layout.Opinion = layout.Take(own.Where(s => s.WorkType == WorkType.Opinion), OpinionPieces);
        layout.Top = layout.Take(own.Where(s => s.HasPicture).DistinctBy(s => s.SectionId), TopStories);
        layout.AroundRunning = layout.Running is { } story
            ? layout.Take(own.Where(s => s.SectionId == story.SectionId), AroundStories)
            : [];
        layout.Latest = layout.Take(own, LatestStories);
        layout.Discussed = layout.Take(stories.Discussed, DiscussedStories);
        layout.AddSections(stories.All, sections);
        return layout;
    }

    private void AddSections(IReadOnlyList<StoryCard> stories, IReadOnlyList<SectionLink> sections)
    {
        var left = stories.Where(s => !shownIds.Contains(s.Id)).ToLookup(s => s.SectionId);
        var large = sections.FirstOrDefault(section => section.Language is null && FillsLarge(left[section.Id]))
            ?? sections.FirstOrDefault(section => FillsLarge(left[section.Id]));
        LargeSection = large is null ? null : new SectionBlock(large, TakeWithPictureFirst(left[large.Id], LargeSectionStories));
        SmallSections = [.. sections.Where(section => section != large && left[section.Id].Any())
            .Select(section => new SectionBlock(section, TakeWithPictureFirst(left[section.Id], SmallSectionStories)))];
    }

    private static bool FillsLarge(IEnumerable<StoryCard> stories) => stories.Count() > SmallSectionStories && stories.Any(s => s.HasPicture);

    // A block opens with a picture where it has one; the others are words.
    private List<StoryCard> TakeWithPictureFirst(IEnumerable<StoryCard> stories, int count)
        => Take(stories.OrderByDescending(s => s.HasPicture && s == stories.First(other => other.HasPicture)), count);

    private List<StoryCard> Take(IEnumerable<StoryCard> wanted, int count)
    {
        var taken = wanted.Where(story => !shownIds.Contains(story.Id)).Take(count).ToList();
        shown.AddRange(taken);
        shownIds.UnionWith(taken.Select(story => story.Id));
        return taken;
    }
}

public sealed record SectionBlock(SectionLink Section, IReadOnlyList<StoryCard> Stories);

using NewsPortal.Breaking;

namespace NewsPortal.Admin.Breaking;

/// <summary>What makes the desk ask before it raises a flash.</summary>
public enum FlashDoubt
{
    /// <summary>It looks like markup, which readers would see as it is typed.</summary>
    Markup,

    /// <summary>The same is on air already.</summary>
    Same,
}

public sealed class FlashForm
{
    public const string ANewStory = "new";

    /// <summary>How long it may stay, in minutes; the last is "until I end it".</summary>
    public static readonly IReadOnlyList<int> Stays = [60, 30, 120, (int)Flash.Longest.TotalMinutes];

    public string? Text { get; set; }

    public int? SectionId { get; set; }

    public FlashLevel Level { get; set; }

    public int Minutes { get; set; } = Stays[0];

    /// <summary>The number of a story, <see cref="ANewStory"/>, or nothing yet.</summary>
    public string? To { get; set; }

    /// <summary>By which a story is looked for.</summary>
    public string? Words { get; set; }

    /// <summary>See <see cref="Flash.Key"/>.</summary>
    public Guid Key { get; set; }

    public int? FollowsId { get; set; }

    public int? GivesWayId { get; set; }

    /// <summary>The doubts that were answered with "all the same".</summary>
    public List<FlashDoubt> Anyway { get; set; } = [];
}

using NewsPortal.Articles;
using NewsPortal.Changes;
using NewsPortal.Sections;

namespace NewsPortal.Live;

public enum EntryState
{
    /// <summary>Written by somebody whose entries an editor signs off.</summary>
    Waiting,

    /// <summary>Readers have it.</summary>
    OnAir,

    /// <summary>Back with its writer, with a <see cref="Entry.Note"/>; edited, it waits again.</summary>
    SentBack,

    /// <summary>Readers see that something was here. It can be brought back.</summary>
    Deleted,
}

/// <summary>One update of a live coverage.</summary>
public partial class Entry : Announcer, IVersioned
{
    public const int HeadlineLength = 110;
    public const int PlaceLength = 120;
    public const int WordsLength = 20_000;
    public const int NoteLength = 2000;

    private Entry()
    {
    }

    public int Id { get; private set; }

    public int Version { get; private set; }

    /// <summary>The story that is covered.</summary>
    public int ArticleId { get; private set; }

    public Coverage? Coverage { get; private set; }

    public EntryState State { get; private set; }

    /// <summary>
    /// Its number among what was sent to readers of this story: they read from the highest down, and ask for what came after
    /// the highest they have. 0 before it was sent.
    /// </summary>
    public int Order { get; private set; }

    public string? Headline { get; private set; }

    /// <summary>Markdown that <see cref="Html"/> was made of.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Safe HTML, made when the entry was written.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The words without any markup, for machines that read along.</summary>
    public string Plain { get; private set; } = "";

    /// <summary>Version of the renderer that made <see cref="Html"/>.</summary>
    public int RendererVersion { get; private set; }

    public int? AuthorId { get; private set; }

    public Author? Author { get; private set; }

    /// <summary>Where it was reported from: "Lower Quay".</summary>
    public string? Place { get; private set; }

    /// <summary>When it happened. It may lie before it was written, and does not decide where it stands.</summary>
    public DateTime EventUtc { get; private set; }

    public DateTime WrittenUtc { get; private set; }

    public string WrittenBy { get; private set; } = "";

    public int? WrittenById { get; private set; }

    /// <summary>When readers first got it.</summary>
    public DateTime? SentUtc { get; private set; }

    /// <summary>Who passed on what somebody else wrote.</summary>
    public string? SignedOffBy { get; private set; }

    public int? SignedOffById { get; private set; }

    /// <summary>When words that readers had were last changed.</summary>
    public DateTime? EditedUtc { get; private set; }

    /// <summary>One of the turns of the story, by which a reader in a hurry can follow it.</summary>
    public bool IsKey { get; private set; }

    /// <summary>What whoever sent it back says to its writer.</summary>
    public string? Note { get; private set; }

    /// <summary>The story of its own that was made of it.</summary>
    public int? StoryId { get; private set; }

    public Article? Story { get; private set; }

    /// <summary>Of the form that it was written with: sent twice, it is one entry.</summary>
    public Guid? Key { get; private set; }

    /// <summary>What it is called where only a line is said of it.</summary>
    public string Title => Headline ?? Plain;

    protected override string Subject => CacheTag.Entry(Id);
}

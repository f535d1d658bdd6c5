namespace NewsPortal.Changes;

/// <summary>
/// What a page can rest on and a change can touch. Both sides name it by these, so that they cannot spell it differently.
/// A tag has no space and no comma: lists of them are separated by spaces, in a change's payload and in Surrogate-Key.
/// </summary>
public static class CacheTag
{
    private const string LeftEnd = ":left";

    /// <summary>What decides which stories stand on the front page, and where.</summary>
    public const string Front = "front";

    /// <summary>The bar of flashes, which is on nearly every page.</summary>
    public const string Breaking = "breaking";

    /// <summary>The links in the masthead and at the foot of every page.</summary>
    public const string Navigation = "navigation";

    /// <summary>Addresses where the paper itself has nothing: any of them may lead somewhere from now on.</summary>
    public const string Missing = "missing";

    /// <summary>The words of all stories.</summary>
    public const string Search = "search";

    /// <summary>List of every story.</summary>
    public const string Archive = "archive";

    /// <summary>List of the stories that are, or were, "Last minute".</summary>
    public const string LastMinute = "last-minute";

    /// <summary>The sitemap of sections and standing pages.</summary>
    public const string PagesSitemap = "sitemap:pages";

    /// <summary>All that a story's own page and its item in a feed say.</summary>
    public static string Story(int id) => FormattableString.Invariant($"article:{id}");

    /// <summary>What other pages print of a story, and whether they do: its card and the lists that it leaves.</summary>
    public static string Card(int id) => FormattableString.Invariant($"card:{id}");

    /// <summary>Where a story stands and whether readers can open it. What only links to it rests on no more than this.</summary>
    public static string Address(int id) => FormattableString.Invariant($"address:{id}");

    /// <summary>A story's comments and how many there are.</summary>
    public static string Comments(int storyId) => FormattableString.Invariant($"comments:{storyId}");

    /// <summary>How readers may comment on a story, where it says that itself. The story's own page is made old with it anyway.</summary>
    public static string Talk(int storyId) => FormattableString.Invariant($"talk:{storyId}");

    /// <summary>The section itself, and the list of its stories: see <see cref="Past"/>.</summary>
    public static string Section(int id) => FormattableString.Invariant($"section:{id}");

    /// <summary>What other pages say of a section: its name, and the language of what is written there.</summary>
    public static string SectionName(int id) => FormattableString.Invariant($"section:{id}:name");

    /// <summary>How readers may comment on the section's stories.</summary>
    public static string SectionTalk(int id) => FormattableString.Invariant($"section:{id}:talk");

    /// <summary>The author's own page, and the list of their stories: see <see cref="Past"/>.</summary>
    public static string Author(int id) => FormattableString.Invariant($"author:{id}");

    /// <summary>What other pages say of an author: their name and what they are at the paper.</summary>
    public static string AuthorName(int id) => FormattableString.Invariant($"author:{id}:name");

    /// <summary>List of the stories under a topic: see <see cref="Past"/>.</summary>
    public static string Topic(int id) => FormattableString.Invariant($"tag:{id}");

    /// <summary>List of the stories of a year of UTC.</summary>
    public static string Year(DateTime utc) => FormattableString.Invariant($"archive:{utc:yyyy}");

    /// <summary>List of the stories of a month of UTC.</summary>
    public static string Month(DateTime utc) => FormattableString.Invariant($"archive:{utc:yyyy-MM}");

    /// <summary>List of the stories of a day of UTC.</summary>
    public static string Day(DateTime utc) => FormattableString.Invariant($"archive:{utc:yyyy-MM-dd}");

    /// <summary>
    /// The list behind its first page. A new story enters a list at its newest end, which only the first page shows; what
    /// enters further down, because it is older or came from elsewhere, touches this too.
    /// </summary>
    public static string Past(string list) => $"{list}:past";

    /// <summary>
    /// A story stands no more in the list. Pages that showed it rest on its card, so none rests on this: it is for those
    /// who were given the list and keep it elsewhere.
    /// </summary>
    public static string Left(string list) => $"{list}{LeftEnd}";

    /// <summary>The list that a tag made by <see cref="Left"/> names; null of any other.</summary>
    public static string? ListLeft(string tag) => tag.EndsWith(LeftEnd, StringComparison.Ordinal) ? tag[..^LeftEnd.Length] : null;

    /// <summary>
    /// A story's live coverage: whether it goes on, its key points, and the list of its entries, which grows at its newest
    /// end: see <see cref="Past"/>.
    /// </summary>
    public static string Live(int storyId) => FormattableString.Invariant($"live:{storyId}");

    /// <summary>List of the key events of a story's live coverage: see <see cref="Past"/>.</summary>
    public static string KeyEvents(int storyId) => FormattableString.Invariant($"live:{storyId}:key");

    /// <summary>All that is said in an entry of a live coverage.</summary>
    public static string Entry(int id) => FormattableString.Invariant($"entry:{id}");

    /// <summary>A sitemap of stories.</summary>
    public static string Sitemap(int file) => FormattableString.Invariant($"sitemap:{file}");

    /// <summary>A picture whose file had not come: once it is there, pages show it.</summary>
    public static string Photo(int id) => FormattableString.Invariant($"photo:{id}");

    /// <summary>
    /// Some story now has this many comments. Comments come one at a time, so a story cannot pass the last of a ranking
    /// without having had as many as that, or one more.
    /// </summary>
    public static string Discussed(int comments) => FormattableString.Invariant($"discussed:{comments}");

    /// <summary>Some story of the section now has this many comments; see <see cref="Discussed(int)"/>.</summary>
    public static string Discussed(int sectionId, int comments) => FormattableString.Invariant($"section:{sectionId}:discussed:{comments}");
}

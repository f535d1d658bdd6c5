using NewsPortal.Media;

namespace NewsPortal.Markup;

/// <summary>What a body's text names but does not hold.</summary>
/// <param name="Figure">Finished, trusted <c>&lt;figure&gt;</c> HTML of a photo in use; null when there is no such photo.</param>
/// <param name="Story">The story with that id as readers reach it; null when they cannot.</param>
/// <param name="Words">The house's own words, in the language of the page.</param>
public sealed record BodySources(Func<Figure, string?> Figure, Func<int, StoryLink?> Story, BodyWords Words);

/// <param name="Url">Address of the story.</param>
/// <param name="CardHtml">Finished, trusted HTML of its card.</param>
public sealed record StoryLink(string Url, string CardHtml);

/// <param name="PullQuote">Name of a pull quote for screen readers: "Pull quote".</param>
/// <param name="Related">Name of a related story's card: "Related story".</param>
/// <param name="Footnotes">Heading of the notes: "Footnotes".</param>
/// <param name="BackToText">Name of the link from a note to its place: "Back to the text".</param>
/// <param name="Table">Name of a table without a caption: "Table".</param>
/// <param name="SeeOn">Link to what another site holds, {0} is that site: "See on {0}".</param>
public sealed record BodyWords(string PullQuote, string Related, string Footnotes, string BackToText, string Table, string SeeOn);

/// <summary>What a body names, each once, in the order of its text.</summary>
public sealed record BodyReferences(IReadOnlyList<int> PhotoIds, IReadOnlyList<int> StoryIds)
{
    /// <summary>Every photo in use, as often as it is used.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>Addresses of every kind, as they were typed.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];
}

using AngleSharp.Dom;

namespace NewsPortal.Import;

/// <summary>What a body's pictures and links become here, and who is told of what has no counterpart.</summary>
/// <param name="Figure">The Markdown of a picture with the caption it has here, if it has one; null leaves the picture out.</param>
/// <param name="Address">The address a link leads to from here on; null keeps its words only.</param>
/// <param name="Lost">Told the name of each thing left out.</param>
public sealed record BodyTargets(Func<IElement, string?, string?> Figure, Func<string, string?> Address, Action<string> Lost)
{
    /// <summary>BCP 47 tag of the text as a whole: only passages in another language are marked.</summary>
    public string Language { get; init; } = "";

    /// <summary>For readers' comments: emphasis, quotes and links, and everything else as plain words.</summary>
    public bool WordsOnly { get; init; }
}

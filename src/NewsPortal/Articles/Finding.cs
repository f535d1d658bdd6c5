namespace NewsPortal.Articles;

/// <summary>What is looked at before a story is published. Headline, section and embargo are rules of the story itself and cannot be turned off.</summary>
public enum PublishingCheck
{
    Alt,
    Caption,
    Credit,
    HeadlineLength,
    Standfirst,
    Links,
}

public enum CheckSeverity
{
    Off,

    /// <summary>Said, but no hindrance.</summary>
    Advisory,

    /// <summary>The story cannot be published like this.</summary>
    Blocking,
}

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Check">Null for what is a rule of every story.</param>
/// <param name="Words">A key of the words, with <paramref name="Values"/> in its holes.</param>
/// <param name="Field">The editor's field to go to: <c>headline</c>, <c>lead</c>, <c>body</c>.</param>
public sealed record Finding(PublishingCheck? Check, CheckSeverity Severity, string Words, IReadOnlyList<object> Values, string Field)
{
    public bool IsBlocking => Severity == CheckSeverity.Blocking;
}

using NewsPortal.Admin.Articles;

namespace NewsPortal.Admin.Breaking;

/// <summary>The choice of a story, and the search for another.</summary>
/// <param name="Find">Where the form is sent to have stories found, without a script.</param>
/// <param name="MayBegin">A new story may be begun with it.</param>
public sealed record LeadsTo(string? Chosen, string? Words, IReadOnlyList<Choice> Stories, string Find, bool MayBegin, string? Fault = null);

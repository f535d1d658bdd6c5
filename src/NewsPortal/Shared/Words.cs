using Microsoft.Extensions.Localization;

namespace NewsPortal.Shared;

/// <summary>
/// The interface's words, from <c>Words.resx</c> (English) and its translations. A key is the English phrase, or for
/// counted things a name with <c>.one</c> and <c>.many</c>.
/// </summary>
public sealed class Words(IStringLocalizer<Words> texts)
{
    public string this[string key] => texts[key];

    public string this[string key, params object[] values] => texts[key, values];

    /// <summary>Why something was refused, for the person who tried it.</summary>
    public string Of(RefusedException refused) => texts[refused.Reason, [.. refused.Values]];

    /// <summary>The word, or <paramref name="otherwise"/> where the language has none of its own.</summary>
    public string Or(string key, string otherwise) => texts[key] is { ResourceNotFound: false } text ? text.Value : otherwise;

    public string Count(string name, int count) => texts[count == 1 ? $"{name}.one" : $"{name}.many", count];
}

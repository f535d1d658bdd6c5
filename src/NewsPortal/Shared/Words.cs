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

    public string Count(string name, int count) => texts[count == 1 ? $"{name}.one" : $"{name}.many", count];
}

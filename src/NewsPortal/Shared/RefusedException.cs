using System.Globalization;

namespace NewsPortal.Shared;

/// <summary>
/// A move that the rules do not allow. The message is a sentence for the person who tried; <see cref="Words.Of"/> says it
/// in the site's language.
/// </summary>
/// <param name="reason">The English sentence, which is its key in <c>Words.resx</c>.</param>
/// <param name="values">What stands in its holes.</param>
public sealed class RefusedException(string reason, params object[] values)
    : Exception(string.Format(CultureInfo.InvariantCulture, reason, values))
{
    public string Reason { get; } = reason;

    public IReadOnlyList<object> Values { get; } = values;
}

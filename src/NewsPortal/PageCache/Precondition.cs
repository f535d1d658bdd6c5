using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace NewsPortal.PageCache;

/// <summary>What a reader's conditional headers ask for, weighed in the order of RFC 9110, section 13.2.2.</summary>
internal static class Precondition
{
    /// <summary>200, 304 or 412.</summary>
    /// <param name="asked">The request's headers.</param>
    /// <param name="tag">The strong entity tag of what would be sent, with its quotes.</param>
    /// <param name="modified">Its Last-Modified; null when it has none, and then dates are passed over.</param>
    public static int Weigh(IHeaderDictionary asked, string tag, DateTimeOffset? modified)
    {
        if (asked.IfMatch.Count > 0
            ? !Matches(asked.IfMatch, tag, weakly: false)
            : modified > DateOf(asked.IfUnmodifiedSince))
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        return asked.IfNoneMatch.Count > 0 ? Unless(Matches(asked.IfNoneMatch, tag, weakly: true))
            : Unless(modified <= DateOf(asked.IfModifiedSince));
    }

    private static int Unless(bool known) => known ? StatusCodes.Status304NotModified : StatusCodes.Status200OK;

    private static bool Matches(StringValues tags, string tag, bool weakly)
    {
        if (tags.Count == 1 && tags[0] == tag)
        {
            return true;
        }

        var ours = new EntityTagHeaderValue(tag);
        return EntityTagHeaderValue.TryParseList(tags, out var list)
            && list.Any(theirs => theirs.Equals(EntityTagHeaderValue.Any) || theirs.Compare(ours, useStrongComparison: !weakly));
    }

    // A date that is none, or more than one, is as if it were not there.
    private static DateTimeOffset? DateOf(StringValues date)
        => date.Count == 1 && HeaderUtilities.TryParseDate(date[0], out var parsed) ? parsed : null;

    /// <summary>A Last-Modified as it was sent, in whole seconds.</summary>
    public static DateTimeOffset? ReadDate(StringValues date) => DateOf(date);
}

using NewsPortal.Changes;

namespace NewsPortal.Live;

/// <summary>What may stand in an entry, and which lists of readers it is on.</summary>
public partial class Entry
{
    private void Take(EntryCopy copy, DateTime now)
    {
        var headline = Line(copy.Headline, HeadlineLength);
        if (copy.Text.IsEmpty && headline is null)
        {
            throw new RefusedException("An entry says something: write a line or put in a picture.");
        }

        if (copy.Text.Words.Length > WordsLength)
        {
            throw new RefusedException("That is too long: at most {0} characters.", WordsLength);
        }

        if (copy.EventUtc > now + Slack)
        {
            throw new RefusedException("An entry tells of what has happened: its time lies in the future.");
        }

        (Headline, AuthorId, Place) = (headline, copy.AuthorId, Line(copy.Place, PlaceLength));
        EventUtc = copy.EventUtc ?? EventUtc;
        Wear(copy.Text);
    }

    private void Wear(LiveText text)
        => (Words, Html, Plain, RendererVersion) = (text.Words, text.Html, text.Plain, text.RendererVersion);

    private static string? Line(string? typed, int longest)
    {
        var line = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        return line?.Length > longest ? throw new RefusedException("That is too long: at most {0} characters.", longest) : line;
    }

    private void RefuseDeleted()
    {
        if (State == EntryState.Deleted)
        {
            throw new RefusedException("This entry is deleted.");
        }
    }

    /// <summary>It enters the lists it belongs to at their newest end.</summary>
    private IEnumerable<string> Newest() => IsKey ? [CacheTag.Live(ArticleId), CacheTag.KeyEvents(ArticleId)] : [CacheTag.Live(ArticleId)];

    private IEnumerable<string> Everywhere() => Newest().SelectMany(Among);

    // Where in a list it stands is known to the database.
    private static IEnumerable<string> Among(string list) => [list, CacheTag.Past(list)];
}

using System.Globalization;

namespace NewsPortal.Bench.Comments;

/// <summary>
/// Fills a paper with comments behind the product's back, as years of readers would have: sqlite3 writes them in one
/// transaction, with the counters that the product keeps. A paper with few has more in each queue, so that the pages
/// that are compared are all full.
/// </summary>
internal static class StoredComments
{
    public const int LongTalk = 10_000;
    public const int ShortTalk = 10;

    private const int EnoughForLongTalk = 100_000;
    private const int SecondPage = 100;
    private const int Plenty = 20_000;

    // None of them exists while rows are written: ten million keys are sorted faster than they are found their places.
    private const string Tables = "'Comments', 'Decisions', 'Holds', 'Commenters', 'Reports'";

    public static async Task FillAsync(Paper paper, int comments)
    {
        var indices = await QueryAsync(paper, $"SELECT sql || ';' FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({Tables});");
        var drops = await QueryAsync(paper, $"SELECT 'DROP INDEX \"' || name || '\";' FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({Tables});");
        var talk = comments >= EnoughForLongTalk ? LongTalk : SecondPage;
        await QueryAsync(paper, $"""
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY;
            BEGIN;
            {drops}
            {Rows(comments, talk)}
            {Counters}
            COMMIT;
            {indices}
            PRAGMA journal_mode = WAL;
            """);
    }

    /// <summary>The address of the story with a long talk, and of one with a short: the first two that there are.</summary>
    public static async Task<(string Long, string Short)> StoriesAsync(Paper paper)
    {
        var found = await QueryAsync(paper, """
            SELECT '/' || s.Slug || '/' || a.Slug || '-' || a.Id FROM Articles a JOIN Sections s ON s.Id = a.SectionId
            WHERE a.Id IN (SELECT Id FROM Articles WHERE Kind = 'Story' AND State = 'Published' AND SectionId IS NOT NULL ORDER BY Id LIMIT 2) ORDER BY a.CommentCount DESC;
            """);
        return found.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var most, var few] ? (most, few) : throw new InvalidOperationException(found);
    }

    /// <summary>Where readers' comments go that arrive: many stories, as on a day with news.</summary>
    public static async Task<IReadOnlyList<int>> OpenStoriesAsync(Paper paper)
    {
        var found = await QueryAsync(paper, "SELECT Id FROM Articles WHERE Kind = 'Story' AND State = 'Published' AND CommentCount BETWEEN 0 AND 5000 AND CommentsMode = 'Inherit' ORDER BY Id DESC LIMIT 200;");
        return [.. found.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }

    public static Task<string> QueryAsync(Paper paper, string sql)
        => Child.AskAsync("sqlite3", Surroundings.Any, "-bail", Path.Combine(paper.Folder, "news.db"), sql);

    // 97 % approved, 1 % each pending, rejected and spam; a fifth answers another; a writer has twenty.
    private static string Rows(int comments, int talk) => comments < Plenty ? Rows(comments, talk, (10, 10)) : Rows(comments, talk, (1, 2000));

    // Of each state that is not approved so many in a hundred; one of so many is reported.
    private static string Rows(int comments, int talk, (int Share, int Reported) spread) => string.Create(CultureInfo.InvariantCulture, $"""
        CREATE TEMP TABLE story AS SELECT row_number() OVER (ORDER BY Id) - 1 AS place, Id AS id, SectionId AS section
          FROM Articles WHERE Kind = 'Story' AND State = 'Published' AND SectionId IS NOT NULL ORDER BY Id LIMIT 20000;
        CREATE UNIQUE INDEX temp.story_place ON story (place);
        CREATE TEMP TABLE say AS SELECT count(*) - 2 AS stories, (SELECT coalesce(max(Id), 0) FROM Comments) AS base,
          (SELECT coalesce(max(Id), 0) FROM Commenters) AS people, max(50, {comments} / 20) AS writers FROM story;
        INSERT INTO Commenters (Id, Name, FirstUtc, Approved, Rejected, Spam, HoldsAll)
          SELECT people + value, 'Reader ' || value, datetime('now', '-2 years'), 19, value % 5 = 0, 0, 0 FROM say, generate_series(1, (SELECT writers FROM say));
        CREATE TEMP VIEW made AS SELECT value AS n,
          CASE WHEN value <= {talk} THEN 0 WHEN value <= {talk + ShortTalk} THEN 1 ELSE 2 + (value * 7919) % stories END AS place,
          CASE WHEN value <= {talk + ShortTalk} THEN 0 ELSE (value * 48271 + value / 977) % 100 END AS lot,
          CASE WHEN value > {talk + ShortTalk} + stories AND (value / stories) % 2 = 1 AND value % 5 < 2 THEN value - stories END AS answers,
          base, people + 1 + (value * 69621) % writers AS writer,
          datetime('now', '-' || CAST(({comments} - value) * 63072000.0 / {comments} AS INTEGER) || ' seconds') AS at
          FROM say, generate_series(1, {comments});
        INSERT INTO Comments (Id, Version, ArticleId, ParentId, RootId, Kind, State, Name, Body, BodyHtml, RendererVersion, PostedUtc, QueuedUtc, DecidedUtc,
            SectionId, CommenterId, NetworkId, Reports, Fingerprint, ApprovedReplies, IsPicked, IsStaff)
          SELECT base + n, 1, s.id, base + answers, base + answers, 'Comment',
            CASE (99 - lot) / {spread.Share} WHEN 2 THEN 'Pending' WHEN 1 THEN 'Rejected' WHEN 0 THEN 'Spam' ELSE 'Approved' END,
            CASE WHEN made.place < 2 THEN 'Talker ' ELSE 'Reader ' END || writer, text, '<p>' || text || '</p>', 1, at, at,
            CASE (99 - lot) / {spread.Share} WHEN 2 THEN NULL ELSE at END, s.section, writer,
            CASE WHEN n > {comments} - {comments} / 50 THEN printf('%032x', n % 50000) END,
            (99 - lot) / {spread.Share} > 2 AND n % {spread.Reported} = 9, n * 2654435761 % 1152921504606846976, 0, 0, 0
          FROM (SELECT *, printf('Words %d: the gate has stood half open since March, and whoever lives behind it pays for the boat. Ask them at the fish hall; number %d of them will say so.', n, n % 9973) AS text FROM made) AS made
          JOIN story s ON s.place = made.place;
        INSERT INTO Holds (CommentId, Kind) SELECT Id, CASE Id % 3 WHEN 0 THEN 'FirstLink' ELSE 'FirstComments' END FROM Comments WHERE State <> 'Approved' AND Name LIKE 'Reader %';
        INSERT INTO Reports (CommentId, Reason, AtUtc) SELECT Id, 'Insult', PostedUtc FROM Comments WHERE Reports > 0 AND Name LIKE 'Reader %';
        INSERT INTO Decisions (CommentId, CommenterId, SectionId, Batch, By, Verdict, FromState, FromReports, Reason, AtUtc)
          SELECT Id, CommenterId, SectionId, upper(printf('%08x-0000-4000-8000-%012x', Id, Id)), 'Ed', State, 'Pending', 0, CASE State WHEN 'Rejected' THEN 'Insult' END, PostedUtc
          FROM Comments WHERE Name LIKE 'Reader %' AND (State IN ('Rejected', 'Spam') OR (State = 'Approved' AND Id % 50 = 0));
        """);

    private const string Counters = """
        CREATE TEMP TABLE answered AS SELECT RootId AS id, count(*) AS answers FROM Comments WHERE RootId IS NOT NULL AND State = 'Approved' GROUP BY RootId;
        UPDATE Comments SET ApprovedReplies = answered.answers FROM answered WHERE Comments.Id = answered.id;
        CREATE TEMP TABLE talk AS SELECT ArticleId AS id, count(*) AS comments FROM Comments WHERE State = 'Approved' AND Kind = 'Comment' GROUP BY ArticleId;
        UPDATE Articles SET CommentCount = talk.comments FROM talk WHERE Articles.Id = talk.id;
        DELETE FROM QueueCounts;
        INSERT INTO QueueCounts (SectionId, Queue, Count) SELECT coalesce(SectionId, 0), State, count(*) FROM Comments WHERE State <> 'Withdrawn' GROUP BY 1, 2;
        INSERT INTO QueueCounts (SectionId, Queue, Count) SELECT coalesce(SectionId, 0), 'Reported', count(*) FROM Comments WHERE Reports > 0 GROUP BY 1;
        INSERT OR IGNORE INTO ServiceHours (HourUtc, SectionId, Measure, Count)
          SELECT strftime('%Y-%m-%d %H:00:00', PostedUtc), coalesce(SectionId, 0), 'Arrived', count(*) FROM Comments GROUP BY 1, 2;
        """;
}

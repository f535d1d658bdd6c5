using System.Globalization;

namespace NewsPortal.Bench.Comments;

/// <summary>
/// How well spam is told from readers: moderators decide one half of a corpus, the other half is sent after. One kind of
/// spam is kept out of the first half, as the first of its kind is in life.
/// </summary>
internal static class SpamBench
{
    private static readonly string[] AsMany = ["--Comments:SurgeComments=0", Arriving.Setting];

    public static async Task RunAsync(int ofEach)
    {
        var corpus = new SpamCorpus(seed: 6);
        var (training, test) = (corpus.Make(ofEach).FindAll(comment => comment.Kind != SpamCorpus.New), corpus.Make(ofEach));
        using var paper = await Paper.DemoAsync();
        await using var newsroom = await paper.ServeAsync(Surroundings.Any, AsMany);
        await Editor.HireAsync(paper, newsroom);
        using var editor = await Editor.SignInAsync(newsroom);
        await using var readers = new Arriving(newsroom, await StoredComments.OpenStoriesAsync(paper));
        var desk = new Moderator(editor);
        foreach (var comment in training)
        {
            var id = await readers.SendAsync(comment.Body);
            await desk.DecideAsync(id.ToString(CultureInfo.InvariantCulture), comment.IsSpam ? "spam" : "approval");
        }

        Print(training.Count, await SendAsync(paper, readers, test));
    }

    private static async Task<List<(CorpusComment Comment, bool IsHeld)>> SendAsync(Paper paper, Arriving readers, List<CorpusComment> test)
    {
        var sent = new List<(CorpusComment Comment, int Id)>();
        foreach (var comment in test)
        {
            sent.Add((comment, await readers.SendAsync(comment.Body)));
        }

        var held = await StoredComments.QueryAsync(paper, "SELECT CommentId FROM Holds WHERE Kind = 'Bayes';");
        var numbers = held.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)).ToHashSet();
        return sent.ConvertAll(one => (one.Comment, numbers.Contains(one.Id)));
    }

    private static void Print(int decided, List<(CorpusComment Comment, bool IsHeld)> held)
    {
        foreach (var kind in held.GroupBy(one => one.Comment.Kind))
        {
            Say($"held of \"{kind.Key}\"{(kind.First().Comment.IsSpam ? ", spam" : "")}", kind.Count(one => one.IsHeld), kind.Count());
        }

        var known = held.FindAll(one => one.Comment.Kind != SpamCorpus.New);
        var right = known.Count(one => one is { IsHeld: true, Comment.IsSpam: true });
        Say(string.Create(CultureInfo.InvariantCulture, $"precision, {known.Count} comments after {decided} were decided"), right, known.Count(one => one.IsHeld));
        Say("recall", right, known.Count(one => one.Comment.IsSpam));
    }

    private static void Say(string what, int of, int all)
        => Console.WriteLine("{0,-72} {1}", what, all == 0 ? "-" : ((double)of / all).ToString("0.000", CultureInfo.InvariantCulture));
}

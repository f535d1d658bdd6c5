using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Bench.Comments;

/// <summary>A paper that is served, moderated and commented on at once.</summary>
internal sealed partial class CommentedPaper : IAsyncDisposable
{
    public const string Posting = "sending a comment";

    // Two years are laid down at once, of which the first hour would forget most.
    public static readonly string[] Keeping = ["--Comments:KeepRefusedDays=0", "--Comments:KeepNetworkDays=0"];

    private readonly Child server;
    private readonly Editor editor;
    private readonly Moderator moderator;
    private readonly Arriving arriving;
    private readonly string story;
    private readonly string further;

    private CommentedPaper(Child server, Editor editor, Arriving arriving, string story)
    {
        (this.server, this.editor, this.arriving, this.story) = (server, editor, arriving, story);
        moderator = new Moderator(editor);
        using var reader = Reader.Connect(server.Address);
        further = WebUtility.HtmlDecode(Further().Match(Encoding.UTF8.GetString(reader.Read(Reader.Request(story)))).Groups[1].Value);
    }

    public int Failed => arriving.Failed;

    public static async Task<CommentedPaper> OpenAsync(Paper paper, double perSecond)
    {
        var (stories, open) = (await StoredComments.StoriesAsync(paper), await StoredComments.OpenStoriesAsync(paper));
        var server = await paper.ServeAsync(Surroundings.Any, ["--PageCache:MegaBytes=0", Arriving.Setting, .. Keeping]);
        await Editor.HireAsync(paper, server);
        return new CommentedPaper(server, await Editor.SignInAsync(server), new Arriving(server, open, perSecond), stories.Long);
    }

    public async Task StepAsync()
    {
        await moderator.WorkAsync();
        await moderator.TimeAsync("story with many comments", () => editor.OpenAsync(story));
        await moderator.TimeAsync("further page of comments", () => editor.OpenAsync(further));
    }

    public void Forget()
    {
        moderator.Forget();
        arriving.Take();
    }

    public Dictionary<string, List<double>> Times() => new(moderator.Times, StringComparer.Ordinal) { [Posting] = arriving.Take() };

    public async ValueTask DisposeAsync()
    {
        await arriving.DisposeAsync();
        editor.Dispose();
        await server.DisposeAsync();
    }

    [GeneratedRegex("""href="([^"]+/comments\?[^"]+)""")]
    private static partial Regex Further();
}

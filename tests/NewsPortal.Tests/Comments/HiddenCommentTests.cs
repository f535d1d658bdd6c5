using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Comments;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Comments;

/// <summary>Whatever the paper serves to anybody holds no word of a comment that nobody approved.</summary>
public sealed partial class HiddenCommentTests : IDisposable
{
    private const string Marker = "Quillwort";

    // What is asked instead of the bare address.
    private static readonly Dictionary<string, string[]> Questions = new(StringComparer.Ordinal)
    {
        ["changes"] = ["?after=0"],
        ["comments/mine"] = ["?story={story}"],
        ["comments/new"] = ["?story={story}", "?answers={comment}", "?answers={parent}"],
        ["search"] = ["", "?q=quillwort", "?q=bridge"],
        ["{section}/{slug}-{id}/comments"] = ["", "?after=638994096760000000-1", "?order=Newest", "?order=Oldest", "?order=MostReplied", "?thread={comment}", "?thread={parent}"],
    };

    private readonly Newsroom newsroom = new();
    private readonly Correspondent writer;

    public HiddenCommentTests() => writer = new Correspondent(newsroom);

    public void Dispose()
    {
        writer.Dispose();
        newsroom.Dispose();
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("rejected")]
    [InlineData("spam")]
    [InlineData("withdrawn")]
    [InlineData("appealed")]
    [InlineData("hidden again")]
    [InlineData("hidden above an answer")]
    [InlineData("erased")]
    public async Task No_public_answer_tells_of_it(string fate)
    {
        var (story, comment, parent) = await WrittenAsync(fate);
        using var public1 = newsroom.Reader();
        var asked = Public().SelectMany(pattern => Addresses(pattern, story, comment, parent)).ToList();
        Assert.Contains($"/world/a-bridge-opens-{story}/comments?thread={parent}", asked);
        foreach (var address in asked)
        {
            using var answer = await public1.GetAsync(address);
            Assert.True((int)answer.StatusCode is 200 or 204 or 302 or 303 or 301 or 400 or 401 or 404 or 409 or 410, $"{address}: {answer.StatusCode}");
            Assert.DoesNotContain(Marker, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(answer.Headers.Concat(answer.Content.Headers), header => header.Value.Any(value => value.Contains(Marker, StringComparison.Ordinal)));
        }

        // Two that readers see: the one it answers, and where there is one the answer to it.
        var count = fate == "hidden above an answer" ? 2 : 1;
        Assert.Contains($"\"commentCount\":{count}", await public1.GetStringAsync($"/world/a-bridge-opens-{story}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_approved_the_same_search_finds_it()
    {
        var (story, comment, parent) = await WrittenAsync("approved");
        using var public1 = newsroom.Reader();
        var found = new List<string>();
        foreach (var address in Public().SelectMany(pattern => Addresses(pattern, story, comment, parent)))
        {
            using var answer = await public1.GetAsync(address);
            if ((await answer.Content.ReadAsStringAsync()).Contains(Marker, StringComparison.Ordinal))
            {
                found.Add(address);
            }
        }

        var page = $"/world/a-bridge-opens-{story}";
        string[] shown = [page, $"{page}/comments?order=Newest", $"{page}/comments?thread={parent}", $"/comments/new?answers={comment}", $"/comments/{comment}/reports/new"];
        Assert.Equal([], shown.Except(found));
    }

    private async Task<(int Story, int Comment, int Parent)> WrittenAsync(string fate)
    {
        var story = (await newsroom.PublishAsync(Some.CopyFor(await newsroom.SectionAsync()))).Id;
        var parent = (await newsroom.CommentAsync(story, "The gate is open.")).Id;
        (await writer.PostAsync(story, $"{Marker} is not so.", ("parentId", Correspondent.Number(parent)), ("name", $"{Marker} Name"))).EnsureSeeOther();
        var comment = await newsroom.WithDbAsync(db => db.Comments.MaxAsync(c => c.Id));
        await MeetAsync(fate, story, comment);
        await Eventually.IsAsync(async () => fate == "approved" == (await newsroom.Reader().GetStringAsync($"/world/a-bridge-opens-{story}")).Contains(Marker, StringComparison.Ordinal));
        return (story, comment, parent);
    }

    private async Task MeetAsync(string fate, int story, int comment)
    {
        switch (fate)
        {
            case "approved":
                await DecideAsync(comment, CommentState.Approved);
                break;
            case "rejected":
                await DecideAsync(comment, CommentState.Rejected);
                break;
            case "spam":
                await DecideAsync(comment, CommentState.Spam);
                break;
            case "withdrawn":
                (await writer.SendAsync($"/comments/{comment}/withdrawal")).EnsureSeeOther();
                break;
            case "appealed":
                await DecideAsync(comment, CommentState.Rejected);
                (await writer.SendAsync($"/comments/{comment}/appeal", ("text", $"{Marker} is a name."))).EnsureSuccessStatusCode();
                break;
            case "hidden again":
            case "hidden above an answer":
                await ShowAndHideAsync(story, comment, isAnswered: fate != "hidden again");
                break;
            case "erased":
                await DecideAsync(comment, CommentState.Approved);
                (await writer.SendAsync("/comments/me/erasure", ("sure", "true"))).EnsureSuccessStatusCode();
                break;
            default:
                Assert.Equal("pending", fate);
                break;
        }
    }

    private async Task ShowAndHideAsync(int story, int comment, bool isAnswered)
    {
        await DecideAsync(comment, CommentState.Approved);
        await Eventually.IsAsync(async () => (await newsroom.Reader().GetStringAsync($"/world/a-bridge-opens-{story}")).Contains(Marker, StringComparison.Ordinal));
        if (isAnswered)
        {
            await newsroom.CommentAsync(story, "Somebody else answers.", answers: comment);
        }

        await DecideAsync(comment, CommentState.Rejected);
    }

    private Task<int> DecideAsync(int id, CommentState verdict) => newsroom.WithDbAsync(async db =>
    {
        newsroom.Clock.Advance(TimeSpan.FromSeconds(1));
        var reason = verdict == CommentState.Rejected ? RejectionReason.Other : (RejectionReason?)null;
        (await db.Comments.Include(c => c.Article).SingleAsync(c => c.Id == id)).Decide(new Ruling(verdict, reason, null, null), Some.Ada, newsroom.Now);
        return await db.SaveChangesAsync();
    });

    /// <summary>All that can be asked for without a session of the desk.</summary>
    private IEnumerable<string> Public() => newsroom.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { } methods || methods.Contains(HttpMethods.Get))
        .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Where(pattern => !pattern.StartsWith("admin", StringComparison.Ordinal)).Distinct();

    private IEnumerable<string> Addresses(string pattern, int story, int comment, int parent)
    {
        var path = Hole().Replace(pattern, hole => (hole.Groups["name"].Value, pattern.StartsWith("comments", StringComparison.Ordinal)) switch
        {
            ("section", _) => "world",
            ("id", true) => Correspondent.Number(comment),
            ("id", false) or ("story", _) => Correspondent.Number(story),
            ("slug", _) => "a-bridge-opens",
            ("year", _) => "2026",
            ("month", _) => "11",
            ("day", _) => "22",
            ("file", _) => "0",
            ("code", _) => "404",
            ("token", _) => "forged",
            var (name, _) => throw new InvalidOperationException($"Nothing to ask {pattern} for {name}."),
        });
        var questions = Questions.GetValueOrDefault(pattern, [""]).Select(question => path + question
            .Replace("{story}", Correspondent.Number(story), StringComparison.Ordinal)
            .Replace("{comment}", Correspondent.Number(comment), StringComparison.Ordinal)
            .Replace("{parent}", Correspondent.Number(parent), StringComparison.Ordinal));
        return questions.Select(address => $"/{address}");
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Hole();
}

using System.Net.Http.Json;
using System.Text.Json;
using NewsPortal.Accounts;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Admin.Breaking;

/// <summary>The meter asks over the network; that it finds the words there is a journey in a real browser.</summary>
public sealed class FreshnessMeterTests
{
    [Fact]
    public async Task It_says_that_it_saw_nothing_where_nobody_listens()
    {
        using var newsroom = new Newsroom(("Site:Url", "http://127.0.0.1:9"));
        using var editor = await newsroom.ColleagueAsync(Role.Editor);
        var read = await ReadAsync(editor, await editor.PostAsync("/admin/breaking", ("Text", "The gate is open")));
        Assert.Equal(["front page: not seen", "list of flashes: not seen"], read.Select(page => page.Words));
    }

    private static async Task<List<(string Path, string Words)>> ReadAsync(Colleague editor, HttpResponseMessage answer)
    {
        var id = answer.Headers.Location!.ToString().Split("measured=")[1];
        for (var look = 0; look < 100; look++)
        {
            var read = await editor.Browser.GetFromJsonAsync<JsonElement>($"/admin/breaking/freshness?id={id}", TestContext.Current.CancellationToken);
            if (read.GetProperty("done").GetBoolean())
            {
                return [.. read.GetProperty("seen").EnumerateArray().Select(page => (page.GetProperty("path").GetString()!, page.GetProperty("words").GetString()!))];
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The meter never finished.");
    }
}

using System.CommandLine;
using System.Globalization;
using NewsPortal.Data;
using NewsPortal.Live;

namespace NewsPortal.Articles;

internal static class RerenderVerb
{
    public static Command Create(IServiceProvider services)
    {
        var all = new Option<bool>("--all") { Description = "Also what the present renderer made." };
        var rerender = new Command("rerender", "Make the stored HTML of stories, live updates and comments anew after the renderer has changed.") { all };
        rerender.SetAction(async (asked, cancel) =>
        {
            await services.PrepareDatabaseAsync(cancel);
            await using var scope = services.CreateAsyncScope();
            var rerendering = scope.ServiceProvider.GetRequiredService<Rerendering>();
            var (stories, comments) = await rerendering.RunAsync(asked.GetValue(all), cancel);
            var updates = await scope.ServiceProvider.GetRequiredService<LiveRerendering>().RunAsync(asked.GetValue(all), cancel);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Made anew: {stories} stories, {updates} live updates, {comments} comments."));
            return 0;
        });
        return rerender;
    }
}

using System.CommandLine;

namespace NewsPortal.Data.Seed;

internal static class SeedVerb
{
    public static Command Create(IServiceProvider services)
    {
        var articles = new Option<int>("--articles") { Description = "Add this many made-up stories, to measure a large paper with." };
        var comments = new Option<int>("--comments") { Description = "Spread this many made-up comments over them." };
        var seed = new Command("seed", "Fill an empty database with the demo paper, or add many made-up stories.") { articles, comments };
        seed.SetAction((asked, cancel) => RunAsync(services, asked.GetValue(articles), asked.GetValue(comments), cancel));
        return seed;
    }

    private static async Task<int> RunAsync(IServiceProvider services, int articles, int comments, CancellationToken cancel)
    {
        await services.PrepareDatabaseAsync(cancel);
        await using var scope = services.CreateAsyncScope();
        if (articles > 0 || comments > 0)
        {
            await scope.ServiceProvider.GetRequiredService<ManyStories>().AddAsync(articles, comments, Console.Out, cancel);
            return 0;
        }

        var filled = await scope.ServiceProvider.GetRequiredService<DemoPaper>().FillAsync(cancel);
        await Console.Out.WriteLineAsync(filled ? "The demo paper is in." : "This paper has content already; nothing was added.");
        return 0;
    }
}

namespace NewsPortal.Bench.Bare;

internal static class Sending
{
    /// <summary>All that is done is comparing the path and writing.</summary>
    public static void SendKept(this WebApplication app, List<KeptAnswer> answers) => app.Run(context =>
    {
        foreach (var answer in answers)
        {
            if (answer.Path == context.Request.Path.Value)
            {
                return Send(context.Response, answer);
            }
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    public static void MapKept(this WebApplication app, List<KeptAnswer> answers)
    {
        foreach (var answer in answers)
        {
            app.MapGet(answer.Path, context => Send(context.Response, answer)).CacheOutput();
        }
    }

    public static void UseFrameworkStore(this WebApplication app, bool isCompressed)
    {
        if (!isCompressed)
        {
            app.UseResponseCompression();
        }

        app.UseOutputCache();
        if (isCompressed)
        {
            app.UseResponseCompression();
        }
    }

    private static Task Send(HttpResponse response, KeptAnswer answer)
    {
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = answer.Body.Length;
        var written = response.BodyWriter.WriteAsync(answer.Body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }
}

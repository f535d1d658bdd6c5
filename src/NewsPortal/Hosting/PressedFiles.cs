using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using NewsPortal.PageCache;

namespace NewsPortal.Hosting;

/// <summary>
/// Stylesheets and scripts, pressed once as small as they go: that takes too long to be done for each reader, and what is
/// done for each reader is a fifth larger.
/// </summary>
internal sealed class PressedFiles(RequestDelegate next, IWebHostEnvironment house)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly ConcurrentDictionary<string, Pressed> files = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        if (Find(context.Request) is not { } file)
        {
            return next(context);
        }

        context.Response.Headers.ContentEncoding = "br";
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        FileAge.Set(context);
        return TypedResults.Bytes(file.Bytes.Value, file.Type, lastModified: file.ChangedAt, entityTag: file.Tag).ExecuteAsync(context);
    }

    private Pressed? Find(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var isText = path.EndsWith(".css", StringComparison.Ordinal) || path.EndsWith(".js", StringComparison.Ordinal);
        if (!isText || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || AcceptedEncoding.Choose(request.Headers.AcceptEncoding) != PageEncoding.Brotli
            || house.WebRootFileProvider.GetFileInfo(path) is not { Exists: true, IsDirectory: false } info)
        {
            return null;
        }

        return files.AddOrUpdate(path, _ => new Pressed(info), (_, known) => known.IsOf(info) ? known : new Pressed(info));
    }

    private sealed class Pressed(IFileInfo info)
    {
        public Lazy<byte[]> Bytes { get; } = new(() => Press(info));

        public DateTimeOffset ChangedAt { get; } = info.LastModified;

        public string Type { get; } = Types.TryGetContentType(info.Name, out var type) ? type : "text/plain";

        public EntityTagHeaderValue Tag { get; } = new(FormattableString.Invariant($"\"{info.LastModified.UtcTicks:x}-{info.Length:x}-br\""));

        public bool IsOf(IFileInfo other) => (ChangedAt, info.Length) == (other.LastModified, other.Length);

        private static byte[] Press(IFileInfo info)
        {
            using var pressed = new MemoryStream();
            using (var press = new BrotliStream(pressed, CompressionLevel.SmallestSize))
            using (var file = info.CreateReadStream())
            {
                file.CopyTo(press);
            }

            return pressed.ToArray();
        }
    }
}

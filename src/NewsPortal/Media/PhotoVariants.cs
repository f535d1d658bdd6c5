using System.Collections.Concurrent;
using NetVips;
using NewsPortal.Hosting;

namespace NewsPortal.Media;

/// <summary>
/// The served sizes and formats of kept pictures, each made when it is first asked for and then kept as
/// <c>variants/ab/abcd…-720.avif</c>. All of them can be deleted at any time: they are made again.
/// </summary>
public sealed class PhotoVariants(PhotoStore store, StoragePath storage) : IDisposable
{
    // Measured at 720 x 480 on two cores: effort 3 takes 1.6 times as long for 2 % fewer bytes, effort 4 five times.
    private const int AvifEffort = 2;
    private const int AvifQuality = 50;
    private const int WebpEffort = 4;
    private const int WebpQuality = 75;
    private const int JpegQuality = 78;

    // Only the width bounds a variant; the library wants a height all the same.
    private const int AnyHeight = 1_000_000;

    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> underWay = new();
    private readonly SemaphoreSlim turns = new(Environment.ProcessorCount);
    private int made;

    /// <summary>How many variants were encoded since the start.</summary>
    public int Made => made;

    /// <summary>The path of the variant's file, or null when the picture's own file is gone.</summary>
    /// <param name="width">One of <see cref="VariantWidths.For"/> the picture: the caller has checked, or the disk may fill.</param>
    public async Task<string?> FileAsync(string hash, int width, VariantFormat format, CancellationToken cancel)
    {
        var path = storage.Combine("variants", hash[..2], $"{hash}-{width}.{format.Extension()}");
        if (File.Exists(path))
        {
            return path;
        }

        // Who asks first makes it for all, and for the next one too when that one person leaves.
        var making = underWay.GetOrAdd(path, _ => new Lazy<Task<bool>>(() => MakeAsync(store.PathOf(hash), path, width, format)));
        return await making.Value.WaitAsync(cancel) ? path : null;
    }

    public void Dispose() => turns.Dispose();

    private async Task<bool> MakeAsync(string original, string path, int width, VariantFormat format)
    {
        await turns.WaitAsync();
        try
        {
            if (File.Exists(path) || !File.Exists(original))
            {
                return File.Exists(path);
            }

            var bytes = await Task.Run(() => Encode(original, width, format));
            Interlocked.Increment(ref made);
            await AtomicFile.WriteAsync(path, bytes);
            return true;
        }
        finally
        {
            turns.Release();
            underWay.TryRemove(path, out _);
        }
    }

    // JPEG is the one that leaves the page, saved or shared, so it carries the credit; on the others it would be weight.
    private static byte[] Encode(string original, int width, VariantFormat format)
    {
        using var picture = Image.Thumbnail(original, width, AnyHeight, Enums.Size.Down, noRotate: true, failOn: Enums.FailOn.Truncated);
        return format switch
        {
            VariantFormat.Avif => picture.HeifsaveBuffer(q: AvifQuality, effort: AvifEffort,
                compression: Enums.ForeignHeifCompression.Av1, keep: Enums.ForeignKeep.None),
            VariantFormat.Webp => picture.WebpsaveBuffer(q: WebpQuality, effort: WebpEffort,
                smartSubsample: true, keep: Enums.ForeignKeep.None),
            _ => picture.JpegsaveBuffer(q: JpegQuality, optimizeCoding: true, interlace: true,
                background: [255, 255, 255], keep: Enums.ForeignKeep.Xmp),
        };
    }
}

namespace NewsPortal.Media;

/// <summary>
/// The widths, in pixels, that a picture is served at. The set is fixed by the picture's own width, so that no request
/// can make us fill the disk.
/// </summary>
public static class VariantWidths
{
    public const int Widest = 1920;

    private static readonly int[] Steps = [160, 320, 480, 720, 1080, 1440, Widest];

    /// <summary>Ascending and never empty; the last is the picture's own width, or the widest step when it is larger.</summary>
    public static IReadOnlyList<int> For(int pictureWidth)
    {
        var last = Math.Min(pictureWidth, Widest);
        return [.. Steps.Where(step => step < last), last];
    }
}

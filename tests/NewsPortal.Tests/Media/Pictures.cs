using NetVips;

namespace NewsPortal.Tests.Media;

/// <summary>Picture files made on the spot.</summary>
internal static class Pictures
{
    /// <summary>Colour that changes from edge to edge, so that turning, cutting and recolouring show.</summary>
    public static Image Gradient(int width, int height)
    {
        using var grid = Image.Xyz(width, height);
        using var red = grid[0] * (255.0 / width);
        using var green = grid[1] * (255.0 / height);
        using var blue = red * 0 + 128;
        using var joined = red.Bandjoin(green, blue);
        using var bytes = joined.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] Jpeg(int width, int height, Action<MutableImage>? say = null)
    {
        using var picture = Gradient(width, height);
        using var worded = picture.Mutate(say ?? (_ => { }));
        return worded.JpegsaveBuffer(q: 90);
    }

    public static byte[] Png(int width, int height)
    {
        using var picture = Gradient(width, height);
        return picture.PngsaveBuffer();
    }

    /// <summary>A PNG that is clear on the left and solid on the right.</summary>
    public static byte[] HalfClearPng(int width, int height)
    {
        using var picture = Gradient(width, height);
        using var grid = Image.Xyz(width, height);
        using var mask = grid[0] > width / 2.0;
        using var whole = picture.Bandjoin(mask);
        using var rgba = whole.Copy(interpretation: Enums.Interpretation.Srgb);
        return rgba.PngsaveBuffer();
    }

    public static byte[] Saved(int width, int height, string suffix)
    {
        using var picture = Gradient(width, height);
        return picture.WriteToBuffer(suffix);
    }

    public static byte[] AnimatedGif()
    {
        using var first = Gradient(40, 30);
        using var second = first.Invert();
        using var frames = Image.Arrayjoin([first, second], across: 1);
        using var film = frames.Mutate(picture => picture.Set(GValue.GIntType, "page-height", 30));
        return film.GifsaveBuffer();
    }

    public static double[] Colour(byte[] file, int x, int y)
    {
        using var picture = Image.NewFromBuffer(file);
        return picture.Getpoint(x, y);
    }
}

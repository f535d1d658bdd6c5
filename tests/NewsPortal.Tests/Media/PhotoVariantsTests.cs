using System.Text;
using NetVips;
using NewsPortal.Media;

namespace NewsPortal.Tests.Media;

public sealed class PhotoVariantsTests : IDisposable
{
    private readonly StorageFolder storage = new();
    private readonly PhotoVariants variants;

    public PhotoVariantsTests() => variants = new PhotoVariants(storage.Store, storage.Path);

    public void Dispose()
    {
        variants.Dispose();
        storage.Dispose();
    }

    [Theory]
    [InlineData(100, "100")]
    [InlineData(160, "160")]
    [InlineData(1000, "160 320 480 720 1000")]
    [InlineData(1440, "160 320 480 720 1080 1440")]
    [InlineData(1920, "160 320 480 720 1080 1440 1920")]
    [InlineData(9000, "160 320 480 720 1080 1440 1920")]
    public void The_widths_of_a_picture_are_few_and_no_larger_than_itself(int pictureWidth, string widths)
        => Assert.Equal(widths, string.Join(' ', VariantWidths.For(pictureWidth)));

    [Theory]
    [InlineData(VariantFormat.Avif, "heifload")]
    [InlineData(VariantFormat.Webp, "webpload")]
    [InlineData(VariantFormat.Jpg, "jpegload")]
    public async Task Makes_a_variant_once_and_keeps_it(VariantFormat format, string loader)
    {
        var photo = await storage.AddAsync(Pictures.Jpeg(300, 200));

        var path = await FileAsync(photo, 160, format);
        var again = await FileAsync(photo, 160, format);

        using var variant = Image.NewFromFile(path!);
        Assert.Equal((160, 107), (variant.Width, variant.Height));
        Assert.StartsWith(loader, (string)variant.Get("vips-loader"), StringComparison.Ordinal);
        Assert.InRange(variant.Getpoint(150, 50)[0], 220, 255);
        Assert.Equal((path, 1), (again, variants.Made));
    }

    [Fact]
    public async Task Does_not_enlarge()
    {
        var photo = await storage.AddAsync(Pictures.Jpeg(100, 3000));

        using var variant = Image.NewFromFile((await FileAsync(photo, 100, VariantFormat.Webp))!);

        Assert.Equal((100, 3000), (variant.Width, variant.Height));
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one_encoding()
    {
        var photo = await storage.AddAsync(Pictures.Jpeg(900, 600));

        var paths = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => FileAsync(photo, 720, VariantFormat.Avif))));

        Assert.Single(paths.Distinct());
        Assert.Equal(1, variants.Made);
        Assert.Equal(2, storage.Files.Count);
    }

    [Fact]
    public async Task One_who_leaves_does_not_spoil_it_for_the_others()
    {
        var photo = await storage.AddAsync(Pictures.Jpeg(900, 600));
        using var leaving = new CancellationTokenSource();

        var left = variants.FileAsync(photo.Hash, 720, VariantFormat.Avif, leaving.Token);
        var stays = FileAsync(photo, 720, VariantFormat.Avif);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.True(File.Exists(await stays));
        Assert.Equal(1, variants.Made);
    }

    [Fact]
    public async Task A_clear_background_turns_white_in_JPEG_and_stays_clear_in_the_others()
    {
        var photo = await storage.AddAsync(Pictures.HalfClearPng(300, 200));

        using var jpeg = Image.NewFromFile((await FileAsync(photo, 160, VariantFormat.Jpg))!);
        using var webp = Image.NewFromFile((await FileAsync(photo, 160, VariantFormat.Webp))!);
        using var avif = Image.NewFromFile((await FileAsync(photo, 160, VariantFormat.Avif))!);

        Assert.All(jpeg.Getpoint(5, 50), band => Assert.InRange(band, 250, 255));
        Assert.InRange(webp.Getpoint(5, 50)[3], 0, 5);
        Assert.InRange(avif.Getpoint(5, 50)[3], 0, 5);
    }

    [Fact]
    public async Task The_JPEG_names_its_maker_and_the_lighter_ones_carry_no_words()
    {
        var signed = Pictures.Jpeg(300, 200, picture => picture.Set(GValue.GStrType, "exif-ifd0-Artist", "Marit Osei"));
        var photo = await storage.AddAsync(signed);

        Assert.Contains("Marit Osei", await TextAsync(VariantFormat.Jpg), StringComparison.Ordinal);
        Assert.DoesNotContain("Marit Osei", await TextAsync(VariantFormat.Webp), StringComparison.Ordinal);
        Assert.DoesNotContain("Marit Osei", await TextAsync(VariantFormat.Avif), StringComparison.Ordinal);

        async Task<string> TextAsync(VariantFormat format)
            => Encoding.Latin1.GetString(await File.ReadAllBytesAsync((await FileAsync(photo, 160, format))!));
    }

    [Fact]
    public async Task A_picture_whose_file_is_gone_has_no_variants()
    {
        var photo = await storage.AddAsync(Pictures.Jpeg(300, 200));
        File.Delete(storage.Store.PathOf(photo.Hash));

        Assert.Null(await FileAsync(photo, 160, VariantFormat.Jpg));
        Assert.Empty(storage.Files);
    }

    private Task<string?> FileAsync(StoredPhoto photo, int width, VariantFormat format)
        => variants.FileAsync(photo.Hash, width, format, TestContext.Current.CancellationToken);
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NetVips;
using NewsPortal.Media;
using NewsPortal.Shared;

namespace NewsPortal.Tests.Media;

public sealed class PhotoStoreTests : IDisposable
{
    private readonly StorageFolder storage = new();

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".gif")]
    [InlineData(".tif")]
    [InlineData(".avif")]
    public async Task Keeps_a_picture_of_each_kind_under_the_hash_of_its_own_file(string suffix)
    {
        var photo = await storage.AddAsync(Pictures.Saved(60, 40, suffix));

        Assert.Equal((60, 40), (photo.Width, photo.Height));
        Assert.Equal(photo.Hash, Convert.ToHexStringLower(SHA256.HashData(storage.Kept(photo))));
        Assert.Equal([storage.Store.PathOf(photo.Hash)], storage.Files);
        var colour = Pictures.Colour(storage.Kept(photo), 50, 10);
        Assert.InRange(colour[0], 190, 230);
        Assert.InRange(colour[1], 40, 90);
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_swept_a_day_later()
    {
        var sent = Pictures.Jpeg(60, 40);
        var photo = await storage.AddAsync(sent);
        var path = storage.Store.PathOf(photo.Hash);
        var (old, young) = ($"{path}.0.tmp", $"{path}.1.tmp");
        File.Move(path, old);
        File.Copy(old, young);
        File.SetLastWriteTimeUtc(old, File.GetLastWriteTimeUtc(young).AddDays(-2));

        await storage.AddAsync(sent);

        Assert.Equal([path, young], storage.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keeps_the_same_picture_once()
    {
        var first = await storage.AddAsync(Pictures.Jpeg(60, 40));
        var second = await storage.AddAsync(Pictures.Jpeg(60, 40));

        Assert.Equal(first.Hash, second.Hash);
        Assert.Single(storage.Files);
    }

    [Fact]
    public async Task Turns_a_picture_upright()
    {
        // 6: the camera was held on its side, and the right edge of the sensor is the bottom of the picture.
        var photo = await storage.AddAsync(Pictures.Jpeg(60, 40, picture => picture.Set(GValue.GIntType, "orientation", 6)));

        Assert.Equal((40, 60), (photo.Width, photo.Height));
        Assert.InRange(Pictures.Colour(storage.Kept(photo), 20, 55)[0], 220, 255);
        using var kept = Image.NewFromBuffer(storage.Kept(photo));
        Assert.False(kept.Contains("orientation"));
    }

    [Fact]
    public async Task Forgets_where_a_picture_was_taken_and_keeps_whose_it_is()
    {
        var sent = Pictures.Jpeg(60, 40, picture =>
        {
            picture.Set(GValue.GStrType, "exif-ifd0-Artist", "Marit (M.) Osei");
            picture.Set(GValue.GStrType, "exif-ifd0-Make", "Kamera");
            picture.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "41/1 0/1 30/1");
            picture.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
        });
        using (var before = Image.NewFromBuffer(sent))
        {
            Assert.Contains("exif-ifd3-GPSLatitude", before.GetFields());
        }

        var photo = await storage.AddAsync(sent);

        Assert.Equal("Marit (M.) Osei", photo.Credit);
        using var kept = Image.NewFromBuffer(storage.Kept(photo));
        Assert.DoesNotContain(kept.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal));
        Assert.DoesNotContain("Kamera", Encoding.Latin1.GetString(storage.Kept(photo)), StringComparison.Ordinal);
        Assert.Contains("Marit (M.) Osei", Encoding.UTF8.GetString((byte[])kept.Get("xmp-data")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_the_agency_fields_of_IPTC()
    {
        byte[] iptc =
        [
            .. Dataset(80, "Ayşe Öz"u8), .. Dataset(110, "Anka"u8), .. Dataset(116, "2026 Anka"u8),
            .. Dataset(120, "Kapı\nkapanmadı"u8), .. Dataset(90, "Gizli köy"u8),
        ];
        byte[] wrapped = [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 4, 4, 0, 0, .. Length(iptc.Length), .. iptc];

        var photo = await storage.AddAsync(WithBlob("iptc-data", wrapped));

        Assert.Equal("Ayşe Öz/Anka", photo.Credit);
        Assert.Equal("Kapı kapanmadı", photo.Caption);
        Assert.Equal("2026 Anka", photo.Words.Copyright);
        Assert.DoesNotContain("Gizli", Encoding.UTF8.GetString(storage.Kept(photo)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_XMP_and_keeps_nothing_of_it_but_whose_the_picture_is()
    {
        const string Xmp = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
              xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
              photoshop:Credit="The Meridian" exif:GPSLatitude="41,0.5N">
              <dc:creator><rdf:Seq><rdf:li>Marit Osei</rdf:li></rdf:Seq></dc:creator>
              <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The gate &amp; the tide</rdf:li></rdf:Alt></dc:description>
              <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Four piers</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """;

        var photo = await storage.AddAsync(WithBlob("xmp-data", Encoding.UTF8.GetBytes(Xmp)));

        Assert.Equal(("Marit Osei/The Meridian", "The gate & the tide", "Four piers"), (photo.Credit, photo.Caption, photo.Alt));
        var kept = Encoding.UTF8.GetString(storage.Kept(photo));
        Assert.Contains("Marit Osei", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")]
    [InlineData("<x:xmpmeta")]
    [InlineData("not xml")]
    public async Task Takes_a_picture_whose_XMP_is_broken_or_hostile(string xmp)
    {
        var photo = await storage.AddAsync(WithBlob("xmp-data", Encoding.UTF8.GetBytes(xmp)));

        Assert.True(photo.Words.IsEmpty);
    }

    [Fact]
    public async Task Keeps_the_first_frame_of_an_animation()
    {
        var photo = await storage.AddAsync(Pictures.AnimatedGif());

        Assert.Equal((40, 30), (photo.Width, photo.Height));
        Assert.InRange(Pictures.Colour(storage.Kept(photo), 2, 2)[0], 0, 60);
    }

    [Fact]
    public async Task Shows_a_wide_gamut_picture_in_its_right_colours()
    {
        using var plain = Pictures.Gradient(60, 40);
        using var wide = plain.IccTransform("p3", inputProfile: "srgb");
        var photo = await storage.AddAsync(wide.PngsaveBuffer());

        using var kept = Image.NewFromBuffer(storage.Kept(photo));
        using var changed = (wide - plain).Abs();
        using var difference = (kept - plain).Abs();
        Assert.InRange(changed.Avg(), 5, 255);
        Assert.InRange(difference.Avg(), 0, 1);
        Assert.False(kept.Contains("icc-profile-data"));
    }

    [Fact]
    public async Task Brings_print_colours_and_greys_to_the_screen()
    {
        using var plain = Pictures.Gradient(60, 40);
        using var print = plain.IccTransform("cmyk", inputProfile: "srgb");
        using var grey = plain.Colourspace(Enums.Interpretation.Bw);
        foreach (var sent in new[] { print.JpegsaveBuffer(), grey.PngsaveBuffer() })
        {
            using var kept = Image.NewFromBuffer(storage.Kept(await storage.AddAsync(sent)));
            Assert.Equal((3, Enums.Interpretation.Srgb), (kept.Bands, kept.Interpretation));
        }
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".gif")]
    [InlineData(".tif")]
    [InlineData(".avif")]
    public async Task Refuses_a_picture_that_is_cut_short(string suffix)
    {
        var whole = Pictures.Saved(600, 400, suffix);

        await RefusedAsync(whole[..(whole.Length / 2)], "damaged", "HEIF");
    }

    [Fact]
    public async Task Refuses_drawings_that_can_carry_programs()
    {
        await RefusedAsync("<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "SVG");
        await RefusedAsync("  <SVG onload='alert(1)'/>"u8.ToArray(), "SVG");
    }

    [Fact]
    public async Task Refuses_what_is_no_picture()
    {
        await RefusedAsync("%PDF-1.7"u8.ToArray(), "not a picture");
        await RefusedAsync("<html><script>alert(1)</script></html>"u8.ToArray(), "not a picture");
        await RefusedAsync([], "empty");
        await RefusedAsync([0xFF, 0xD8, 0xFF], "damaged");
        await RefusedAsync([.. "GIF89a"u8, .. "<script>alert(1)</script>"u8], "damaged");
    }

    [Fact]
    public async Task Keeps_nothing_that_hides_in_a_picture()
    {
        var commented = WithBlob("iptc-data", "<script>one()</script>"u8.ToArray());
        byte[] polyglot = [.. commented, .. "<script>two()</script>PK\x03\x04"u8];
        Assert.Equal(2, Encoding.Latin1.GetString(polyglot).Split("<script>").Length - 1);

        var photo = await storage.AddAsync(polyglot);

        Assert.DoesNotContain("script", Encoding.Latin1.GetString(storage.Kept(photo)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_picture_whose_header_promises_too_many_pixels_before_decoding_it()
    {
        var bomb = Pictures.Png(60, 40);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 30_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc32(bomb.AsSpan(12, 17)));

        await RefusedAsync(bomb, "100 million pixels");
    }

    [Fact]
    public async Task Reads_no_further_than_the_largest_file_it_takes()
    {
        await using var endless = new EndlessStream();

        var refusal = await Assert.ThrowsAsync<RefusedException>(
            () => storage.Store.AddAsync(endless, TestContext.Current.CancellationToken));

        Assert.Contains("30 MB", refusal.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 1, 31 * 1024 * 1024);
    }

    [Fact]
    public async Task Takes_a_panorama_and_fits_it_to_what_can_be_served()
    {
        var photo = await storage.AddAsync(Pictures.Jpeg(20_000, 50));

        Assert.Equal((16_000, 40), (photo.Width, photo.Height));
    }

    [Fact]
    public void Cuts_found_words_to_what_a_photo_holds()
    {
        var stored = new StoredPhoto(new string('a', 64), 60, 40, new PictureWords { Caption = new string('x', 5000), Creator = "Osei" });

        var photo = stored.AsPhoto("gate", new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc));

        Assert.Equal((Photo.CaptionLength, "Osei"), (photo.Caption!.Length, photo.Credit));
    }

    private async Task RefusedAsync(byte[] file, params string[] words)
    {
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => storage.AddAsync(file));

        Assert.Contains(words, word => refusal.Message.Contains(word, StringComparison.Ordinal));
        Assert.Empty(storage.Files);
    }

    private static byte[] WithBlob(string field, byte[] bytes)
        => Pictures.Jpeg(60, 40, picture => picture.Set(GValue.BlobType, field, bytes));

    private static byte[] Dataset(byte number, ReadOnlySpan<byte> text) => [0x1C, 2, number, 0, (byte)text.Length, .. text];

    private static byte[] Length(int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        return bytes;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var part in bytes)
        {
            crc ^= part;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}

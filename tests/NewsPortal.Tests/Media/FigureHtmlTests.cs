using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsPortal.Media;

namespace NewsPortal.Tests.Media;

public sealed class FigureHtmlTests
{
    private static readonly FigureLook Look = new(PictureUse.InText, "Photograph: {0}");
    private static readonly Figure AsItIs = new() { PhotoId = 42 };

    [Fact]
    public void A_figure_is_a_picture_in_three_formats_with_caption_and_credit()
    {
        const string Expected = """
            <figure class="hero"><picture>
            <source type="image/avif" srcset="/media/42/storm-gate-320.avif 320w, /media/42/storm-gate-480.avif 480w, /media/42/storm-gate-600.avif 600w" sizes="50vw">
            <source type="image/webp" srcset="/media/42/storm-gate-320.webp 320w, /media/42/storm-gate-480.webp 480w, /media/42/storm-gate-600.webp 600w" sizes="50vw">
            <img src="/media/42/storm-gate-600.jpg" srcset="/media/42/storm-gate-320.jpg 320w, /media/42/storm-gate-480.jpg 480w, /media/42/storm-gate-600.jpg 600w" sizes="50vw" width="600" height="400" alt="Four piers" loading="lazy" decoding="async"></picture>
            <figcaption class="credit" dir="auto">The gate at two. Photograph: Marit Osei/The Meridian</figcaption></figure>
            """;

        var look = new FigureLook(new PictureUse { Sizes = "50vw" }, "Photograph: {0}", "hero");

        Assert.Equal(Expected.ReplaceLineEndings(""), FigureHtml.Figure(StormGate(600, 400), AsItIs, look));
    }

    [Fact]
    public void Every_address_in_a_picture_is_one_that_is_served()
    {
        foreach (var width in (int[])[1, 90, 160, 161, 500, 1000, 1920, 6000])
        {
            foreach (var use in (PictureUse[])[PictureUse.Row, PictureUse.Card, PictureUse.Hero, PictureUse.InText, PictureUse.FrontLead])
            {
                var picture = Parse(FigureHtml.Picture(StormGate(width, width), use));
                var offered = picture.QuerySelectorAll("[srcset]").SelectMany(source => source.GetAttribute("srcset")!.Split(", "))
                    .Select(candidate => candidate.Split('/')[^1].Split(' '))
                    .Select(parts => (Address: VariantAddress.Parse(parts[0]), Width: parts[1])).ToList();

                Assert.NotEmpty(offered);
                Assert.All(offered, candidate => Assert.Contains(candidate.Address!.Value.Width, VariantWidths.For(width)));
                Assert.All(offered, candidate => Assert.Equal($"{candidate.Address!.Value.Width}w", candidate.Width));
                var fallback = VariantAddress.Parse(picture.QuerySelector("img")!.GetAttribute("src")!.Split('/')[^1]);
                Assert.Contains(fallback!.Value.Width, VariantWidths.For(width));
            }
        }
    }

    [Fact]
    public void The_first_picture_of_a_page_is_fetched_at_once()
    {
        var image = Parse(FigureHtml.Picture(StormGate(1440, 960), PictureUse.Hero)).QuerySelector("img")!;

        Assert.Equal("high", image.GetAttribute("fetchpriority"));
        Assert.False(image.HasAttribute("loading"));
    }

    [Theory]
    [InlineData(1440, 960, 1440, 960)]
    [InlineData(6000, 4000, 1920, 1280)]
    [InlineData(4000, 6000, 533, 800)]
    [InlineData(500, 5000, 80, 800)]
    [InlineData(300, 400, 300, 400)]
    [InlineData(5000, 5000, 1920, 1920)]
    [InlineData(1, 16000, 1, 800)]
    public void A_portrait_is_no_taller_than_a_screen_and_its_space_is_reserved(int width, int height, int shownWidth, int shownHeight)
    {
        var image = Parse(FigureHtml.Picture(StormGate(width, height), PictureUse.InText)).QuerySelector("img")!;

        Assert.Equal(($"{shownWidth}", $"{shownHeight}"), (image.GetAttribute("width"), image.GetAttribute("height")));
    }

    [Fact]
    public void Nothing_that_is_said_of_a_photo_becomes_markup()
    {
        const string Hostile = "\"><script>alert(1)</script>'&";
        var photo = StormGate(600, 400);
        (photo.Name, photo.Caption, photo.Alt, photo.Credit) = (Hostile, Hostile, Hostile, Hostile);

        var figure = Parse(FigureHtml.Figure(photo, AsItIs, Look with { Class = Hostile }));

        Assert.Empty(figure.QuerySelectorAll("script"));
        Assert.Equal(Hostile, figure.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal($"{Hostile}. Photograph: {Hostile}", figure.QuerySelector("figcaption")!.TextContent);
    }

    [Theory]
    [InlineData("The gate at two", "Osei", "The gate at two. Photograph: Osei")]
    [InlineData("Will it close?", "Osei", "Will it close? Photograph: Osei")]
    [InlineData("“It was thick.”", "Osei", "“It was thick.” Photograph: Osei")]
    [InlineData("The gate at two", "", "The gate at two")]
    [InlineData("", "Osei", "Photograph: Osei")]
    [InlineData("The area.", "Graphic: the data desk", "The area. Graphic: the data desk")]
    [InlineData("The gate at two", "Public domain via an archive", "The gate at two. Public domain via an archive")]
    [InlineData("The gate at two", "CC BY-SA 4.0, Osei", "The gate at two. CC BY-SA 4.0, Osei")]
    [InlineData("The gate at two", "Courtesy of the harbour office", "The gate at two. Courtesy of the harbour office")]
    [InlineData("The gate at two", "Courteney Osei", "The gate at two. Photograph: Courteney Osei")]
    [InlineData("Kapı kapanmadı", "Ayşe Öz", "Kapı kapanmadı. Photograph: Ayşe Öz")]
    [InlineData("هل أغلقت البوابة؟", "Osei", "هل أغلقت البوابة؟ Photograph: Osei")]
    public void Caption_and_credit_read_as_sentences(string caption, string credit, string expected)
    {
        var figure = Parse(FigureHtml.Figure(StormGate(600, 400), AsItIs with { Caption = caption, Credit = credit }, Look));

        Assert.Equal(expected, figure.QuerySelector("figcaption")!.TextContent);
    }

    [Fact]
    public void A_figure_that_says_nothing_has_no_caption_element()
    {
        var html = FigureHtml.Figure(StormGate(600, 400), AsItIs with { Caption = "", Credit = " " }, Look);

        Assert.DoesNotContain("figcaption", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_are_written_as_letters()
    {
        var html = FigureHtml.Figure(StormGate(600, 400), AsItIs with { Caption = "Kapı ağzı 門" }, Look);

        Assert.Contains("Kapı ağzı 門", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false, "Four piers")]
    [InlineData("A gate", null, false, "A gate")]
    [InlineData("", null, false, "")]
    [InlineData(null, true, false, "")]
    [InlineData("A gate", true, false, "")]
    [InlineData(null, null, true, "")]
    [InlineData("A gate", null, true, "A gate")]
    [InlineData(null, false, true, "Four piers")]
    public void Alt_is_the_photos_own_unless_the_use_says_otherwise(
        string? alt, bool? decorativeHere, bool decorativePhoto, string expected)
    {
        var photo = StormGate(600, 400);
        photo.Decorative = decorativePhoto;

        Assert.Equal(expected, photo.AltFor(AsItIs with { Alt = alt, Decorative = decorativeHere }));
    }

    [Fact]
    public void A_missing_photo_keeps_its_words_beside_a_placeholder()
    {
        var photo = StormGate(0, 0);
        photo.Hash = null;

        var figure = Parse(FigureHtml.Figure(photo, AsItIs, Look));

        var image = figure.QuerySelector("img")!;
        Assert.Equal(("/img/missing-picture.svg", "Four piers"), (image.GetAttribute("src"), image.GetAttribute("alt")));
        Assert.Empty(figure.QuerySelectorAll("source"));
        Assert.Contains("The gate at two.", figure.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("storm-gate-720.avif", "storm-gate", 720)]
    [InlineData("a-1.jpg", "a", 1)]
    [InlineData("storm-gate-0720.avif", null, 0)]
    [InlineData("storm-gate-+720.avif", null, 0)]
    [InlineData("storm-gate--720.avif", "storm-gate-", 720)]
    [InlineData("storm-gate-720.AVIF", null, 0)]
    [InlineData("storm-gate-720.png", null, 0)]
    [InlineData("storm-gate-720", null, 0)]
    [InlineData("storm-gate-99999999999.jpg", null, 0)]
    [InlineData("storm-gate-٧٢٠.jpg", null, 0)]
    [InlineData("-720.jpg", null, 0)]
    [InlineData("", null, 0)]
    [InlineData("..", null, 0)]
    public void A_variant_has_one_spelling(string file, string? name, int width)
    {
        var address = VariantAddress.Parse(file);

        Assert.Equal((name, width), (address?.Name, address?.Width ?? 0));
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument(html).Body!;

    private static Photo StormGate(int width, int height)
    {
        var photo = new Photo
        {
            Name = "storm-gate",
            Hash = new string('a', 64),
            Width = width,
            Height = height,
            Caption = "The gate at two.",
            Alt = "Four piers",
            Credit = "Marit Osei/The Meridian",
        };
        typeof(Photo).GetProperty(nameof(Photo.Id))!.SetValue(photo, 42);
        return photo;
    }
}

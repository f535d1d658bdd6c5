using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsPortal.Import;
using NewsPortal.Media;
using NewsPortal.Tests.Media;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Import;

public sealed class WordPressPicturesTests : IDisposable
{
    private const string Bell = "https://old.example/wp-content/uploads/2012/03/bell.jpg";

    private readonly Newsroom newsroom = new();
    private readonly string folder = Directory.CreateTempSubdirectory("newsportal-").FullName;

    public void Dispose()
    {
        newsroom.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_attachment_keeps_caption_alt_and_credit_apart()
    {
        var report = await new Wxr().Attachment(5, Bell, caption: "The bell, <b>rung</b>", alt: "A bronze bell", about: "Public domain via https://www.photos.example/a/b.html").ImportAsync(newsroom);

        var photo = Assert.Single(await PhotosAsync());
        Assert.Equal(("The bell, rung", "A bronze bell", "Public domain via photos.example", Bell), (photo.Caption, photo.Alt, photo.Credit, photo.SourceUrl));
        Assert.True(photo.IsMissing);
        Assert.Equal(1, report.CountOf("A picture's file did not come, pictures were not fetched (use --media or --fetch); a placeholder stands in"));
    }

    [Theory]
    [InlineData("media_credit", "Ada Quill", "Ada Quill")]
    [InlineData("_wp_attachment_metadata", "a:5:{s:5:\"width\";i:640;s:6:\"height\";i:480;s:10:\"image_meta\";a:1:{s:6:\"credit\";s:9:\"Ben Ink/X\";}}", "Ben Ink/X")]
    public async Task A_credit_is_read_where_plug_ins_and_cameras_put_it(string key, string value, string credit)
    {
        await new Wxr().Attachment(5, Bell, meta: (key, value)).ImportAsync(newsroom);
        Assert.Equal(credit, Assert.Single(await PhotosAsync()).Credit);
    }

    [Theory]
    [InlineData("DSC_0042")]
    [InlineData("bell-2.jpg")]
    [InlineData("bell-2")]
    public async Task An_alt_that_is_only_the_files_name_describes_nothing(string alt)
    {
        await new Wxr().Attachment(5, "https://old.example/bell-2.jpg", alt: alt).ImportAsync(newsroom);
        Assert.Null(Assert.Single(await PhotosAsync()).Alt);
    }

    [Theory]
    [InlineData("[caption id=\"attachment_5\" width=\"300\"]<img class=\"wp-image-5\" src=\"https://old.example/wp-content/uploads/2012/03/bell-300x200.jpg\" alt=\"Ringing\"> Rung at <a href=\"/x\">noon</a>[/caption]", "![Ringing](photo:1 \"Rung at noon\")")]
    [InlineData("<!-- wp:image {\"id\":5} --><figure class=\"wp-block-image\"><img src=\"http://i0.wp.com/old.example/wp-content/uploads/2012/03/bell.jpg?w=600\" alt=\"\" class=\"wp-image-5\"/></figure><!-- /wp:image -->", "![](photo:1)")]
    [InlineData("<img src=\"https://cdn.example/2012/bell-scaled.jpg\" class=\"wp-image-5\">", "![](photo:1)")]
    [InlineData("[gallery ids=\"5,99\"]", "![](photo:1)")]
    [InlineData("[gallery]", "![](photo:1)")]
    [InlineData("<!-- wp:cover --><div class=\"wp-block-cover\" style=\"background-image:url(https://old.example/wp-content/uploads/2012/03/bell.jpg)\"><p>Over it</p></div><!-- /wp:cover -->", "![](photo:1)\n\nOver it")]
    [InlineData("<!-- wp:media-text --><div class=\"wp-block-media-text is-image-fill\"><figure style=\"background-image:url(https://old.example/wp-content/uploads/2012/03/bell.jpg)\"><img src=\"https://old.example/wp-content/uploads/2012/03/bell.jpg\" alt=\"A bell\"/></figure><div><p>Beside it</p></div></div><!-- /wp:media-text -->", "![A bell](photo:1)\n\nBeside it")]
    [InlineData("<h2>One</h2>\n[gallery]\n<h2>Two</h2>\n[gallery columns=\"2\"]\n<h2>Three</h2>\n[gallery columns=\"3\"]\n\nWords", "## One\n\n![](photo:1)\n\n## Three\n\nWords")]
    [InlineData("<img src=\"data:image/gif;base64,R0lGOD\" data-src=\"https://old.example/wp-content/uploads/2012/03/bell.jpg\"><noscript><img src=\"https://old.example/wp-content/uploads/2012/03/bell.jpg\"></noscript>", "![](photo:1)")]
    public async Task A_picture_in_a_text_is_the_attachment_however_it_is_written(string content, string body)
    {
        await new Wxr().Add(new WxrPost(7) { Title = "A", Content = content }).Attachment(5, Bell, parent: 7).ImportAsync(newsroom);
        var id = Assert.Single(await PhotosAsync()).Id;
        Assert.Equal(body.Replace("photo:1", $"photo:{id}", StringComparison.Ordinal), await BodyAsync());
    }

    [Fact]
    public async Task An_id_that_names_another_picture_is_not_believed()
    {
        await new Wxr().Add(new WxrPost(7) { Title = "A", Content = "<img class=\"wp-image-5\" src=\"https://old.example/harbour.jpg\" alt=\"A harbour\">" }).Attachment(5, Bell).ImportAsync(newsroom);

        var photos = await PhotosAsync();
        Assert.Equal(["bell", "harbour"], photos.Select(photo => photo.Name == "picture-5" ? "bell" : photo.Name).Order());
        Assert.Contains($"photo:{photos.Single(photo => photo.Name == "harbour").Id}", await BodyAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_featured_image_leads_and_is_not_shown_twice()
    {
        await new Wxr().Attachment(5, Bell, caption: "Default")
            .Add(new WxrPost(7) { Title = "A", Content = $"[caption]<img src=\"{Bell}\"> Own words[/caption]\n\nText", Meta = [("_thumbnail_id", "5")] }).ImportAsync(newsroom);

        var story = await newsroom.WithDbAsync(db => db.Articles.SingleAsync());
        Assert.Equal((Assert.Single(await PhotosAsync()).Id, "Own words", "Text"), (story.LeadPhotoId, story.LeadCaption, story.Body));
    }

    [Fact]
    public async Task A_folder_of_uploads_stands_in_for_fetching_and_a_later_import_fills_what_was_missing()
    {
        var export = new Wxr().Attachment(5, Bell);
        await export.ImportAsync(newsroom);
        Directory.CreateDirectory(Path.Combine(folder, "2012", "03"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "2012", "03", "bell.jpg"), Pictures.Jpeg(640, 480));

        using var files = new OldFiles(folder, fetch: false);
        await export.ImportAsync(newsroom, files);

        var photo = Assert.Single(await PhotosAsync());
        Assert.Equal((false, 640, 480), (photo.IsMissing, photo.Width, photo.Height));
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_and_the_figure_stays()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "bell.jpg"), "<script>");
        using var files = new OldFiles(folder, fetch: false);
        var report = await new Wxr().Attachment(5, "https://old.example/bell.jpg").ImportAsync(newsroom, files);

        Assert.True(Assert.Single(await PhotosAsync()).IsMissing);
        Assert.Equal(1, report.CountOf("A picture's file was refused; a placeholder stands in"));
    }

    [Theory]
    [InlineData("https://old.example/../../../../etc/hostname")]
    [InlineData("https://old.example/uploads/..%2f..%2f..%2f..%2fetc/hostname")]
    public async Task Nothing_outside_the_folder_is_read(string address)
    {
        using var files = new OldFiles(folder, fetch: false);
        Assert.Null((await files.OpenAsync(new Uri(address), CancellationToken.None)).File);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/a.jpg")]
    [InlineData("http://localhost:1/a.jpg")]
    [InlineData("http://[::1]:1/a.jpg")]
    [InlineData("http://169.254.169.254/latest/meta-data/a.jpg")]
    public async Task A_neighbour_of_this_machine_is_never_asked(string address)
    {
        using var files = new OldFiles(null, fetch: true);
        var (file, reason) = await files.OpenAsync(new Uri(address), CancellationToken.None);
        Assert.Null(file);
        Assert.Contains("could not be reached", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2606:4700::1111", true)]
    public void Only_public_addresses_are_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    private Task<List<Photo>> PhotosAsync() => newsroom.WithDbAsync(db => db.Photos.AsNoTracking().OrderBy(photo => photo.Id).ToListAsync());

    private Task<string> BodyAsync() => newsroom.WithDbAsync(db => db.Articles.Select(article => article.Body).SingleAsync());
}

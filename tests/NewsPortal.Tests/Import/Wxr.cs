using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewsPortal.Import;
using NewsPortal.Import.WordPress;
using NewsPortal.Tests.Support;

namespace NewsPortal.Tests.Import;

/// <summary>Writes WordPress exports of a small invented site, https://old.example, and imports them.</summary>
internal sealed class Wxr
{
    private readonly StringBuilder header = new();
    private readonly StringBuilder items = new();

    public string Version { get; init; } = "1.2";

    public string Scheme { get; init; } = "http";

    public string Language { get; init; } = "en";

    public Wxr Author(string login, string name, string id = "", string email = "")
    {
        header.Append(CultureInfo.InvariantCulture, $"<wp:author><wp:author_id>{id}</wp:author_id><wp:author_login>{Data(login)}</wp:author_login><wp:author_email>{Data(email)}</wp:author_email><wp:author_display_name>{Data(name)}</wp:author_display_name></wp:author>\n");
        return this;
    }

    public Wxr Category(string slug, string name, string parent = "", string about = "", string id = "")
    {
        header.Append(CultureInfo.InvariantCulture, $"<wp:category><wp:term_id>{id}</wp:term_id><wp:category_nicename>{Data(slug)}</wp:category_nicename><wp:category_parent>{Data(parent)}</wp:category_parent><wp:cat_name>{Data(name)}</wp:cat_name><wp:category_description>{Data(about)}</wp:category_description></wp:category>\n");
        return this;
    }

    public Wxr Tag(string slug, string name, string about)
    {
        header.Append(CultureInfo.InvariantCulture, $"<wp:tag><wp:tag_slug>{Data(slug)}</wp:tag_slug><wp:tag_name>{Data(name)}</wp:tag_name><wp:tag_description>{Data(about)}</wp:tag_description></wp:tag>\n");
        return this;
    }

    public Wxr Add(WxrPost post)
    {
        items.Append(post.ToXml());
        return this;
    }

    public Wxr Post(int id, string title, string content = "Words.", string status = "publish") => Add(new WxrPost(id) { Title = title, Content = content, Status = status });

    public Wxr Attachment(int id, string url, int parent = 0, string caption = "", string alt = "", string about = "", params (string, string)[] meta)
        => Add(new WxrPost(id)
        {
            Type = "attachment",
            Status = "inherit",
            Title = $"Picture {id}",
            Excerpt = caption,
            Content = about,
            Parent = parent,
            AttachmentUrl = url,
            Link = $"https://old.example/?attachment_id={id}",
            Meta = [("_wp_attachment_image_alt", alt), .. meta],
        });

    public override string ToString() => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="{Scheme}://wordpress.org/export/{Version}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="{Scheme}://wordpress.org/export/{Version}/">
        <channel>
        <title>Old paper</title>
        <link>https://old.example</link>
        <language>{Language}</language>
        <wp:wxr_version>{Version}</wp:wxr_version>
        <wp:base_blog_url>https://old.example</wp:base_blog_url>
        {header}{items}</channel>
        </rss>
        """;

    public Task<ImportReport> ImportAsync(Newsroom newsroom, OldFiles? files = null) => ImportAsync(newsroom, ToString(), files);

    public static Task<ImportReport> ImportAsync(Newsroom newsroom, string export, OldFiles? files = null)
        => ImportAsync(newsroom, new MemoryStream(Encoding.UTF8.GetBytes(export)), files);

    public static Task<ImportReport> ImportAsync(Newsroom newsroom, Stream export, OldFiles? files = null) => newsroom.WithAsync(async services =>
    {
        var report = new ImportReport(TextWriter.Null);
        var session = new ImportSession(newsroom.Now, TimeZoneInfo.Utc, report, new ImportProgress(TextWriter.Null, newsroom.Clock));
        if (files is not null)
        {
            services.GetRequiredService<PictureImport>().Files = files;
        }

        await services.GetRequiredService<WordPressImport>().RunAsync(export, session, CancellationToken.None);
        return report;
    });

    internal static string Data(string text) => $"<![CDATA[{text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]>";
}

internal sealed record WxrPost(int Id)
{
    public string Type { get; init; } = "post";

    public string Title { get; init; } = "";

    public string Content { get; init; } = "Words.";

    public string Excerpt { get; init; } = "";

    public string Status { get; init; } = "publish";

    public string? Link { get; init; }

    public string? Name { get; init; }

    public string Guid { get; init; } = "";

    public string Creator { get; init; } = "ada";

    public string Date { get; init; } = "2012-03-15 15:00:00";

    public string DateGmt { get; init; } = "2012-03-15 14:00:00";

    public string Password { get; init; } = "";

    public bool Sticky { get; init; }

    public string CommentStatus { get; init; } = "open";

    public int Parent { get; init; }

    public int MenuOrder { get; init; }

    public string AttachmentUrl { get; init; } = "";

    public (string Taxonomy, string Slug, string Name)[] Terms { get; init; } = [];

    public (string Key, string Value)[] Meta { get; init; } = [];

    public WxrReply[] Comments { get; init; } = [];

    public string ToXml()
    {
        var name = Name ?? $"post-{Id}";
        var xml = new StringBuilder();
        xml.Append(CultureInfo.InvariantCulture, $"<item><title>{Wxr.Data(Title)}</title><link>{Link ?? $"https://old.example/2012/03/{name}/"}</link><pubDate>Thu, 15 Mar 2012 14:00:00 +0000</pubDate><dc:creator>{Wxr.Data(Creator)}</dc:creator><guid isPermaLink=\"false\">{Guid}</guid>");
        xml.Append(CultureInfo.InvariantCulture, $"<content:encoded>{Wxr.Data(Content)}</content:encoded><excerpt:encoded>{Wxr.Data(Excerpt)}</excerpt:encoded><wp:post_id>{Id}</wp:post_id><wp:post_date>{Date}</wp:post_date><wp:post_date_gmt>{DateGmt}</wp:post_date_gmt><wp:comment_status>{CommentStatus}</wp:comment_status><wp:post_name>{name}</wp:post_name><wp:status>{Status}</wp:status><wp:post_parent>{Parent}</wp:post_parent><wp:menu_order>{MenuOrder}</wp:menu_order><wp:post_type>{Type}</wp:post_type><wp:post_password>{Password}</wp:post_password><wp:is_sticky>{(Sticky ? 1 : 0)}</wp:is_sticky>");
        xml.Append(AttachmentUrl.Length > 0 ? $"<wp:attachment_url>{AttachmentUrl}</wp:attachment_url>" : "");
        foreach (var (taxonomy, slug, term) in Terms)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<category domain=\"{taxonomy}\" nicename=\"{slug}\">{Wxr.Data(term)}</category>");
        }

        foreach (var (key, value) in Meta)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<wp:postmeta><wp:meta_key>{Wxr.Data(key)}</wp:meta_key><wp:meta_value>{Wxr.Data(value)}</wp:meta_value></wp:postmeta>");
        }

        foreach (var comment in Comments)
        {
            xml.Append(comment.ToXml());
        }

        return xml.Append("</item>\n").ToString();
    }
}

internal sealed record WxrReply(int Id, string Words, int Answers = 0, string Approved = "1", string Type = "", string Author = "Reader", string Email = "", int User = 0)
{
    public string ToXml() => $"<wp:comment><wp:comment_id>{Id}</wp:comment_id><wp:comment_author>{Wxr.Data(Author)}</wp:comment_author><wp:comment_author_email>{Email}</wp:comment_author_email><wp:comment_date>2012-03-16 10:00:00</wp:comment_date><wp:comment_date_gmt>2012-03-16 09:00:00</wp:comment_date_gmt><wp:comment_content>{Wxr.Data(Words)}</wp:comment_content><wp:comment_approved>{Approved}</wp:comment_approved><wp:comment_type>{Type}</wp:comment_type><wp:comment_parent>{Answers}</wp:comment_parent><wp:comment_user_id>{User}</wp:comment_user_id></wp:comment>";
}

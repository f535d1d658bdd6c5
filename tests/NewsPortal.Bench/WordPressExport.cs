using System.Globalization;

namespace NewsPortal.Bench;

/// <summary>A made-up WordPress export (WXR 1.2) of a wanted size: posts with categories, tags and comments.</summary>
internal static class WordPressExport
{
    private const int Paragraphs = 12;
    private const int CommentsPerPost = 3;
    private const int Categories = 8;
    private const int Tags = 300;

    private static readonly DateTime FirstPost = new(2015, 1, 1, 6, 0, 0, DateTimeKind.Utc);

    public static void Write(string path, long bytes)
    {
        using var file = File.CreateText(path);
        file.Write(Opening);
        for (var id = 1; file.BaseStream.Position < bytes; id++)
        {
            file.Write(Post(id));
        }

        file.Write("</channel></rss>\n");
    }

    private static string Post(int id)
    {
        var time = FirstPost.AddMinutes(id * 17L).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var body = string.Concat(Enumerable.Range(1, Paragraphs).Select(at => Paragraph(id, at)));
        var comments = string.Concat(Enumerable.Range(1, CommentsPerPost).Select(at => Comment(id, at, time)));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <item>
            <title>Harbour council vote number {id}</title>
            <link>https://old.example.org/{id}/</link>
            <dc:creator><![CDATA[marit]]></dc:creator>
            <guid isPermaLink="false">https://old.example.org/?p={id}</guid>
            <content:encoded><![CDATA[{body}]]></content:encoded>
            <excerpt:encoded><![CDATA[What the council decided on day {id}.]]></excerpt:encoded>
            <wp:post_id>{id}</wp:post_id>
            <wp:post_date>{time}</wp:post_date>
            <wp:post_date_gmt>{time}</wp:post_date_gmt>
            <wp:comment_status>open</wp:comment_status>
            <wp:post_name>harbour-council-vote-{id}</wp:post_name>
            <wp:status>publish</wp:status>
            <wp:post_parent>0</wp:post_parent>
            <wp:post_type>post</wp:post_type>
            <wp:is_sticky>0</wp:is_sticky>
            <category domain="category" nicename="desk-{id % Categories}"><![CDATA[Desk {id % Categories}]]></category>
            <category domain="post_tag" nicename="topic-{id % Tags}"><![CDATA[Topic {id % Tags}]]></category>
            {comments}
            </item>

            """);
    }

    private static string Paragraph(int id, int at) => string.Create(CultureInfo.InvariantCulture, $"""
        <!-- wp:paragraph --><p>The council met for the {at}. time on case {id}, and the <em>harbour master</em> told it what the
        winter had done to the northern quay; the <a href="https://example.org/{id}/{at}">engineers’ report</a> puts the repair at
        {(id * 7) + at} thousand, of which the province pays half if the work begins before the ice does.</p><!-- /wp:paragraph -->

        """);

    private static string Comment(int id, int at, string time) => string.Create(CultureInfo.InvariantCulture, $"""
        <wp:comment>
        <wp:comment_id>{(id * CommentsPerPost) + at}</wp:comment_id>
        <wp:comment_author><![CDATA[Reader {at}]]></wp:comment_author>
        <wp:comment_author_email>reader{at}@example.org</wp:comment_author_email>
        <wp:comment_date>{time}</wp:comment_date>
        <wp:comment_date_gmt>{time}</wp:comment_date_gmt>
        <wp:comment_content><![CDATA[The quay was promised {at} winters ago. Who signs for it now?]]></wp:comment_content>
        <wp:comment_approved>1</wp:comment_approved>
        <wp:comment_type>comment</wp:comment_type>
        <wp:comment_parent>0</wp:comment_parent>
        </wp:comment>

        """);

    private const string Opening = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>The Old Harbour Post</title>
        <link>https://old.example.org</link>
        <language>en-GB</language>
        <wp:wxr_version>1.2</wp:wxr_version>
        <wp:base_site_url>https://old.example.org</wp:base_site_url>
        <wp:base_blog_url>https://old.example.org</wp:base_blog_url>
        <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[marit]]></wp:author_login>
        <wp:author_email>marit@example.org</wp:author_email><wp:author_display_name><![CDATA[Marit Osei]]></wp:author_display_name></wp:author>

        """;
}

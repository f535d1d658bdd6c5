using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using NewsPortal.Articles;
using NewsPortal.Media;

namespace NewsPortal.Feeds;

/// <summary>
/// RSS 2.0 with authors in Dublin Core and pictures in Media RSS. A story's guid is a tag URI (RFC 4151) of what never
/// changes about it: the paper's host, the day it was first published, its id.
/// </summary>
public sealed class RssWriter(Site site, FeedSettings settings)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string MediaRss = "http://search.yahoo.com/mrss/";
    private const int PictureWidth = 1080;

    private readonly string host = new Uri(site.Url).IdnHost;

    public byte[] Write(StoryFeed feed)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteAttributeString("xmlns", "media", null, MediaRss);
            xml.WriteStartElement("channel");
            WriteChannel(xml, feed);
            foreach (var story in feed.Stories)
            {
                WriteItem(xml, story, feed.Tags[story.Id]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// A <c>Link</c> header for those who want to be told (WebSub, section 4): where, and of which feed. Null without a hub.
    /// </summary>
    public string? HubLink(Channel channel) => settings.WebSubHub is { } hub
        ? $"<{Ascii(hub)}>; rel=\"hub\", <{Ascii(new Uri(site.Absolute(channel.FeedPath)))}>; rel=\"self\""
        : null;

    private void WriteChannel(XmlWriter xml, StoryFeed feed)
    {
        var channel = feed.Channel;
        Write(xml, "title", channel.Title);
        Write(xml, "link", site.Absolute(channel.Path));
        Write(xml, "description", Markup(channel.Description));
        Write(xml, "language", channel.Language);
        if (feed.BuiltUtc is { } built)
        {
            Write(xml, "lastBuildDate", XmlText.Rfc822(site.Local(built)));
        }

        WriteLink(xml, "self", site.Absolute(channel.FeedPath), FeedsController.Rss);
        if (settings.WebSubHub is { } hub)
        {
            WriteLink(xml, "hub", hub.AbsoluteUri);
        }
    }

    private void WriteItem(XmlWriter xml, StoryCard story, IEnumerable<string> tags)
    {
        xml.WriteStartElement("item");
        Write(xml, "title", story.Headline);
        Write(xml, "link", site.Absolute(story.Url));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(string.Create(CultureInfo.InvariantCulture, $"tag:{host},{story.PublishedUtc:yyyy-MM-dd}:{story.Id}"));
        xml.WriteEndElement();
        Write(xml, "pubDate", XmlText.Rfc822(site.Local(story.PublishedUtc)));
        foreach (var author in story.Authors)
        {
            Write(xml, "creator", author.Name, DublinCore);
        }

        foreach (var category in tags.Prepend(story.SectionName).OfType<string>())
        {
            Write(xml, "category", category);
        }

        if (story.Standfirst is { Length: > 0 } standfirst)
        {
            Write(xml, "description", Markup(standfirst));
        }

        WritePicture(xml, story);
        xml.WriteEndElement();
    }

    private void WritePicture(XmlWriter xml, StoryCard story)
    {
        if (story is not { Photo: { IsMissing: false } photo, Figure: { } figure })
        {
            return;
        }

        var width = VariantWidths.For(photo.Width).Last(step => step <= PictureWidth);
        xml.WriteStartElement("content", MediaRss);
        xml.WriteAttributeString("url", site.Absolute(photo.VariantPath(width, VariantFormat.Jpg)));
        xml.WriteAttributeString("medium", "image");
        xml.WriteAttributeString("type", VariantFormat.Jpg.ContentType());
        xml.WriteAttributeString("width", XmlConvert.ToString(width));
        xml.WriteAttributeString("height", XmlConvert.ToString(photo.Height * width / photo.Width));
        var caption = photo.CaptionFor(figure);
        WriteIfSaid(xml, "description", caption.Length > 0 ? caption : photo.AltFor(figure));
        WriteIfSaid(xml, "credit", photo.CreditFor(figure));
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string rel, string href, string? type = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("href", href);
        xml.WriteAttributeString("rel", rel);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteEndElement();
    }

    // A header holds no letter beyond ASCII, and a host may.
    private static string Ascii(Uri address) => new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;

    private static void WriteIfSaid(XmlWriter xml, string name, string text)
    {
        if (text.Length > 0)
        {
            Write(xml, name, text, MediaRss);
        }
    }

    // RSS says nothing of what a description is, and readers take it for HTML.
    private static string Markup(string text) => WebUtility.HtmlEncode(XmlText.Clean(text));

    private static void Write(XmlWriter xml, string name, string text, string? space = null)
        => xml.WriteElementString(name, space, XmlText.Clean(text));
}

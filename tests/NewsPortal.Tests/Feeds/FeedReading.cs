using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace NewsPortal.Tests.Feeds;

/// <summary>Feeds as other people's programs read them.</summary>
internal static class FeedReading
{
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    public static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static async Task<XElement> ChannelAsync(this HttpClient reader, string path)
        => (await reader.XmlAsync(path)).Root!.Element("channel")!;

    public static async Task<XDocument> XmlAsync(this HttpClient reader, string path)
    {
        var response = await reader.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return XDocument.Parse(await response.Content.ReadAsStringAsync());
    }

    public static async Task<SyndicationFeed> SyndicationAsync(this HttpClient reader, string path)
    {
        using var xml = XmlReader.Create(await reader.GetStreamAsync(path));
        return SyndicationFeed.Load(xml);
    }

    public static IReadOnlyList<string> Titles(this XElement channel) => [.. channel.Elements("item").Select(item => item.Element("title")!.Value)];

    public static async Task<IReadOnlyList<string>> AddressesAsync(this HttpClient reader, string path)
        => [.. (await reader.XmlAsync(path)).Descendants(Sitemaps + "loc").Select(loc => loc.Value)];
}

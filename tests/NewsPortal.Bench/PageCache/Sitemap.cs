using System.Text;
using System.Xml.Linq;

namespace NewsPortal.Bench.PageCache;

/// <summary>The paper's stories as it lists them for crawlers.</summary>
internal static class Sitemap
{
    public static List<string> Stories(Child product)
    {
        using var reader = Reader.Connect(product.Address);
        return [.. Read(reader, "/sitemap.xml").Where(file => file.Contains("/stories-", StringComparison.Ordinal)).SelectMany(file => Read(reader, file))];
    }

    private static List<string> Read(Reader reader, string path)
        => [.. XDocument.Parse(Encoding.UTF8.GetString(reader.Read(Reader.Request(path)))).Descendants()
            .Where(element => element.Name.LocalName == "loc").Select(place => new Uri(place.Value).AbsolutePath)];
}

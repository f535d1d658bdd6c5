using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace NewsPortal.Media;

/// <summary>The fields of an XMP packet (ISO 16684-1, IPTC Photo Metadata) that a paper prints or passes on.</summary>
internal static class XmpPacket
{
    private const int LongestPacket = 1 << 20;

    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private static readonly XNamespace Iptc = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";

    public static PictureWords Read(byte[] packet)
    {
        if (packet.Length is 0 or > LongestPacket)
        {
            return new PictureWords();
        }

        try
        {
            var text = Encoding.UTF8.GetString(packet).Trim('\0', '\uFEFF', ' ', '\n', '\r');
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Read(XDocument.Load(reader));
        }
        catch (XmlException)
        {
            // Broken words about a picture are no reason to refuse the picture.
            return new PictureWords();
        }
    }

    /// <summary>A packet of these words alone, without the place, the camera and the history of the original one.</summary>
    public static byte[] Write(PictureWords words)
    {
        var description = new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""),
            List(Dc + "creator", "Seq", words.Creator), List(Dc + "rights", "Alt", words.Copyright),
            words.Provider is null ? null : new XElement(Photoshop + "Credit", words.Provider));
        var packet = new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName), description));
        return Encoding.UTF8.GetBytes(packet.ToString(SaveOptions.DisableFormatting));
    }

    private static PictureWords Read(XDocument packet) => new()
    {
        Creator = Text(packet, Dc + "creator"),
        Provider = Text(packet, Photoshop + "Credit"),
        Copyright = Text(packet, Dc + "rights"),
        Caption = Text(packet, Dc + "description"),
        Alt = Text(packet, Iptc + "AltTextAccessibility"),
    };

    // A property is an element, with its values in a list or without one, or an attribute of the description.
    private static string? Text(XDocument packet, XName property)
    {
        var element = packet.Descendants(property).FirstOrDefault();
        var value = element?.Descendants(Rdf + "li").FirstOrDefault()?.Value ?? element?.Value
            ?? packet.Descendants(Rdf + "Description").Attributes(property).FirstOrDefault()?.Value;
        return PictureWords.Tidy(value);
    }

    private static XElement? List(XName property, string kind, string? value) => value is null
        ? null
        : new XElement(property, new XElement(Rdf + kind, new XElement(Rdf + "li",
            kind == "Alt" ? new XAttribute(XNamespace.Xml + "lang", "x-default") : null, value)));
}

using System.Globalization;
using System.Text;
using System.Xml;

namespace NewsPortal.Feeds;

/// <summary>Text and times as feeds write them.</summary>
internal static class XmlText
{
    /// <summary>Without what XML 1.0 cannot hold, not even escaped: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                clean.Append(text[at]);
            }
            else if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                clean.Append(text, at++, 2);
            }
        }

        return clean.ToString();
    }

    /// <summary>RFC 822 with a year of four digits and a numeric zone: <c>Sun, 22 Nov 2026 12:10:00 +0300</c>.</summary>
    public static string Rfc822(DateTimeOffset time)
        => time.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
            + time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}

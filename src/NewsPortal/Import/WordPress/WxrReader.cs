using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// Reads a WordPress export (WXR 1.0 to 1.2) entry by entry, so that memory does not depend on the file's size. Entities,
/// document types, absurd nesting and endless texts are refused with <see cref="WxrException"/>.
/// </summary>
internal sealed class WxrReader : IDisposable
{
    private const int DeepestNesting = 64;
    private const int LargestItem = 64 * 1024 * 1024;
    private const int CostOfAnElement = 100;

    private readonly WxrText text;
    private readonly XmlReader xml;
    private int itemSize;

    private WxrReader(WxrText text)
    {
        this.text = text;
        xml = XmlReader.Create(text, new XmlReaderSettings
        {
            Async = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    /// <summary>The old site's address, without a slash at the end; known once the first entry was read.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>BCP 47 tag that the old site gave itself.</summary>
    public string Language { get; private set; } = "";

    public IReadOnlyList<int> LinesWithControls => text.LinesWithControls;

    /// <param name="file">Read from its start; disposed with the reader.</param>
    public static WxrReader Open(Stream file)
    {
        var encoding = WxrEncoding.Of(file);
        return new WxrReader(new WxrText(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024)));
    }

    public void Dispose()
    {
        xml.Dispose();
        text.Dispose();
    }

    public async IAsyncEnumerable<WxrEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await EnterChannelAsync();
        var version = "";
        while (await NextChildAsync(1))
        {
            cancel.ThrowIfCancellationRequested();
            itemSize = 0;
            if (xml.LocalName == "item" && version.Length == 0)
            {
                throw NoVersion();
            }

            if (FieldName() == "wp:wxr_version")
            {
                version = await TextAsync();
            }
            else if (await ReadEntryAsync() is { } entry)
            {
                yield return entry;
            }
        }

        while (await AdvanceAsync())
        {
            // To the very end: a file that is broken after its last item is still broken.
        }

        if (version.Length == 0)
        {
            throw NoVersion();
        }
    }

    private static WxrException NoVersion()
        => new("This is a feed, but not a WordPress export: it does not say which version of the export format it is in.");

    private async Task<WxrEntry?> ReadEntryAsync()
    {
        var line = ((IXmlLineInfo)xml).LineNumber;
        switch (FieldName())
        {
            case "item":
                return WxrFields.Item(await FieldsAsync(), line);
            case "wp:author":
                return WxrFields.Author(await FieldsAsync(), line);
            case "wp:category" or "wp:tag" or "wp:term":
                var taxonomy = xml.LocalName;
                return WxrFields.Term(taxonomy, await FieldsAsync(), line);
            case "wp:base_blog_url":
                BaseUrl = (await TextAsync()).TrimEnd('/');
                return null;
            case "link" when BaseUrl.Length == 0:
                BaseUrl = (await TextAsync()).TrimEnd('/');
                return null;
            case "language":
                Language = await TextAsync();
                return null;
            default:
                return null;
        }
    }

    private async Task EnterChannelAsync()
    {
        while (await AdvanceAsync() && xml.NodeType != XmlNodeType.Element)
        {
        }

        if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "rss" || xml.IsEmptyElement)
        {
            throw new WxrException("This is not a WordPress export: an export is an XML file whose outermost element is rss.");
        }

        if (!await NextChildAsync(0) || xml.LocalName != "channel" || xml.IsEmptyElement)
        {
            throw new WxrException("This is not a WordPress export: its rss element holds no channel.");
        }
    }

    /// <summary>The children of the present element: their texts, and their own children's where there are any.</summary>
    private async Task<List<WxrField>> FieldsAsync()
    {
        var fields = new List<WxrField>();
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return fields;
        }

        while (await NextChildAsync(depth))
        {
            Weigh(CostOfAnElement);
            var name = FieldName();
            if (name is "wp:comment" or "wp:postmeta")
            {
                fields.Add(new WxrField(name, "") { Children = await FieldsAsync() });
            }
            else
            {
                var (domain, nicename) = (xml.GetAttribute("domain"), xml.GetAttribute("nicename"));
                fields.Add(new WxrField(name, await TextAsync()) { Domain = domain, Nicename = nicename });
            }
        }

        return fields;
    }

    /// <summary>Moves to the next child of the element at <paramref name="depth"/>; false at that element's end.</summary>
    private async Task<bool> NextChildAsync(int depth)
    {
        while (await AdvanceAsync())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                return true;
            }

            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)
            {
                return false;
            }
        }

        return false;
    }

    private async Task<string> TextAsync()
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var value = new StringBuilder();
        while (await AdvanceAsync() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                var part = await xml.GetValueAsync();
                Weigh(part.Length);
                value.Append(part);
            }
        }

        return WxrFields.WithoutControls(value.ToString());
    }

    private async Task<bool> AdvanceAsync()
    {
        try
        {
            var more = await xml.ReadAsync();
            if (xml.Depth > DeepestNesting)
            {
                throw new WxrException($"Elements are nested deeper than {DeepestNesting} in line {((IXmlLineInfo)xml).LineNumber}; an export never is.");
            }

            return more;
        }
        catch (XmlException broken)
        {
            throw new WxrException(Explain(broken), broken);
        }
    }

    private string Explain(XmlException broken) => text.AtEnd
        ? string.Create(CultureInfo.InvariantCulture, $"The file ends too early, in line {broken.LineNumber}: it was probably cut off on its way.")
        : string.Create(CultureInfo.InvariantCulture, $"The file is not well-formed XML: {broken.Message}");

    private void Weigh(int characters)
    {
        itemSize += characters;
        if (itemSize > LargestItem)
        {
            throw new WxrException($"The item before line {((IXmlLineInfo)xml).LineNumber} is larger than 64 million characters; no story is.");
        }
    }

    private string FieldName() => WxrNames.Of(xml.NamespaceURI, xml.LocalName);
}

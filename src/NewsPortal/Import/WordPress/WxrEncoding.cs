using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Import.WordPress;

/// <summary>
/// Which encoding an export is in. Nearly all are UTF-8; those of old sites carry the site's own, and a byte that is wrong
/// in it becomes a replacement character instead of ending the import.
/// </summary>
internal static partial class WxrEncoding
{
    private const int DeclarationBytes = 200;

    /// <summary>Reads the XML declaration and goes back to the start.</summary>
    public static Encoding Of(Stream file)
    {
        var head = new byte[DeclarationBytes];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        var declared = Declared().Match(Encoding.Latin1.GetString(head, 0, read));
        return declared.Success ? Named(declared.Groups[1].Value) : Encoding.UTF8;
    }

    [GeneratedRegex("""^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();

    private static Encoding Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException unknown)
        {
            throw new WxrException($"The file says that it is written in '{name}', which is no encoding known here.", unknown);
        }
    }
}

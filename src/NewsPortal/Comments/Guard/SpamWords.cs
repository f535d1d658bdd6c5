using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsPortal.Comments.Guard;

/// <summary>What a comment is made of, as far as spam is told by it: its words, seen through disguises, and the sites it names.</summary>
public static partial class SpamWords
{
    public const int Most = 200;

    private const int Shortest = 2;
    private const int Longest = 40;

    // What is longer is the name of no host (RFC 1035, section 2.3.4), and the telling ones have to fit in a hold's detail.
    private const int LongestSite = 60;

    /// <returns>By a hash of each. Names are left out: what was learned shall not tell who wrote.</returns>
    public static IReadOnlyDictionary<long, string> Of(string body)
    {
        var words = new Dictionary<long, string>();
        foreach (var word in Sites(body).Concat(Words(Site().Replace(body, " "))).Take(Most))
        {
            words.TryAdd(BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(word))), word);
        }

        return words;
    }

    private static IEnumerable<string> Words(string text)
        => FoldedText.Read(text).Select(word => FoldedText.Unstretched(word.Text)).Where(word => word.Length is >= Shortest and <= Longest).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Sites(string body)
    {
        var sites = Site().Matches(body).Select(site => site.Groups[1].Value.ToLowerInvariant()).ToList();
        return sites.Count == 0 ? [] : sites.Where(site => site.Length <= LongestSite).Distinct(StringComparer.Ordinal).Append(sites.Count > 1 ? "links: many" : "links: one");
    }

    [GeneratedRegex(@"(?:https?://|www\.)(?:www\.)?([\p{L}\p{Nd}.-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Site();
}

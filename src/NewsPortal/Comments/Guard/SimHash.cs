using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using NewsPortal.Search;

namespace NewsPortal.Comments.Guard;

/// <summary>
/// A print of 64 bits of what a text says: texts that share most of their words have prints that differ in few bits
/// (Charikar, "Similarity Estimation Techniques from Rounding Algorithms", STOC 2002, section 3).
/// </summary>
public static class SimHash
{
    /// <summary>So many bits at most differ between texts that say nearly the same; of strangers about half of all do.</summary>
    public const int Near = 10;

    // "Well said." is said by many.
    private const int LeastWords = 4;

    /// <returns>0 of a text that is too short to be told from others.</returns>
    public static long Of(string text)
    {
        var words = Fold.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < LeastWords ? 0 : Of(words.Concat(words.Zip(words.Skip(1), (one, next) => $"{one} {next}")));
    }

    public static bool AreNear(long one, long other) => one != 0 && other != 0 && BitOperations.PopCount((ulong)(one ^ other)) <= Near;

    private static long Of(IEnumerable<string> features)
    {
        Span<int> votes = stackalloc int[64];
        foreach (var feature in features)
        {
            var hash = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(feature)));
            for (var bit = 0; bit < 64; bit++)
            {
                votes[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
            }
        }

        var print = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            print |= votes[bit] > 0 ? 1UL << bit : 0;
        }

        // 0 stands for no print.
        return print == 0 ? 1 : (long)print;
    }
}

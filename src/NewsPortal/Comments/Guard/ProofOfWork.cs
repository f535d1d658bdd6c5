using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace NewsPortal.Comments.Guard;

/// <summary>
/// Work that a browser does while its reader types: a number that, put behind the stamp, gives a SHA-256 with so many zero
/// bits in front (hashcash; Back, "Hashcash - A Denial of Service Counter-Measure", 2002).
/// </summary>
public static class ProofOfWork
{
    private const int LongestNumber = 12;

    /// <param name="stamp">As it was given.</param>
    /// <param name="number">What the browser found.</param>
    /// <param name="bits">Zero bits in front; 0 asks for no work.</param>
    public static bool IsDone(string stamp, string? number, int bits)
    {
        if (bits == 0)
        {
            return true;
        }

        return number is { Length: > 0 and <= LongestNumber } && ZeroBits(SHA256.HashData(Encoding.UTF8.GetBytes($"{stamp}:{number}"))) >= bits;
    }

    private static int ZeroBits(ReadOnlySpan<byte> hash)
    {
        var zeros = 0;
        foreach (var octet in hash)
        {
            if (octet != 0)
            {
                return zeros + BitOperations.LeadingZeroCount(octet) - 24;
            }

            zeros += 8;
        }

        return zeros;
    }
}

using System.Text;
using QRCoder;

namespace NewsPortal.Admin.Me;

/// <summary>The key of a new second factor, to type and to scan (the key URI that authenticator apps read).</summary>
public sealed class AuthenticatorPage(string issuer, string email, string key)
{
    /// <summary>The key in groups of four.</summary>
    public string Key { get; } = string.Join(' ', key.Chunk(4).Select(group => new string(group)));

    public string Address { get; }
        = $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6";

    public int Size { get; private set; }

    /// <summary>The dark squares as one SVG path, on a field of <see cref="Size"/> squares with the margin that scanners need.</summary>
    public string Squares()
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        Size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return path.ToString();
    }
}

namespace NewsPortal.Accounts;

/// <summary>Recovery codes as the store has them, whatever a person types of spaces, hyphens and capitals.</summary>
public static class RecoveryCodes
{
    private const int Half = 5;

    public static string Written(string letters)
    {
        var plain = letters.ToUpperInvariant();
        return plain.Length == 2 * Half ? $"{plain[..Half]}-{plain[Half..]}" : plain;
    }
}

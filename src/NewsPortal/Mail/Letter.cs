namespace NewsPortal.Mail;

/// <summary>A letter as plain text.</summary>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>The same of one that is sent twice by mistake, so that mail programs show it once; null: any.</summary>
    public string? Id { get; init; }

    /// <summary>What it is about: mail programs keep letters of one thread together.</summary>
    public string? Thread { get; init; }

    /// <summary>Where its reader ends such letters, with one click (RFC 8058).</summary>
    public string? EndingUrl { get; init; }
}

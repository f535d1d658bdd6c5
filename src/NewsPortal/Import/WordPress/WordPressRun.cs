using NewsPortal.Accounts;

namespace NewsPortal.Import.WordPress;

/// <summary>One import of one export.</summary>
internal sealed record WordPressRun(WxrSurvey Survey, ImportSession Session)
{
    /// <summary>Who saved and published what nobody of the paper has touched since.</summary>
    public static readonly Signature By = Signature.OfProcess("WordPress import");

    public string Source => Survey.Source;

    public DateTime Now => Session.Now;

    public TimeZoneInfo Zone => Session.Zone;

    public ImportReport Report => Session.Report;

    /// <summary>The path and query of an address of the old site; null for any other address.</summary>
    public (string Path, string Query)? PathOf(string address)
    {
        if (!Uri.TryCreate(Survey.BaseUri, address, out var uri) || !IsOldSite(uri.Host))
        {
            return null;
        }

        return (uri.AbsolutePath, uri.Query.TrimStart('?'));
    }

    public void Tell(string reason, string subject) => Report.Tell(reason, subject);

    private bool IsOldSite(string host) => Bare(host).Equals(Bare(Survey.BaseUri.Host), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}

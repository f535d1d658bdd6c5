namespace NewsPortal.Import;

/// <summary>One run of an import.</summary>
/// <param name="Now">UTC; everything it makes bears this time.</param>
/// <param name="Zone">The paper's, for times that come without one.</param>
public sealed record ImportSession(DateTime Now, TimeZoneInfo Zone, ImportReport Report, ImportProgress Progress);

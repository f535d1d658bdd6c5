using System.Globalization;

namespace NewsPortal.Shared;

/// <summary>Speaks another language until disposed. For one thread's work only: nothing is awaited inside.</summary>
internal readonly struct CultureScope : IDisposable
{
    private readonly CultureInfo before;

    public CultureScope(CultureInfo culture)
    {
        before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentUICulture = before;
}

using System.Diagnostics.CodeAnalysis;
using NewsPortal.Bench.Watch;

/// <summary>
/// Looks into a process of the product from inside while it runs as it always does: the runtime loads this first when
/// <c>DOTNET_STARTUP_HOOKS</c> names the assembly.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime finds it by this name, without a namespace.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Counts.AddressVariable) is { } address)
        {
            var tally = new Tally();
            tally.Attend();
            Teller.Start(address, tally);
        }
    }
}

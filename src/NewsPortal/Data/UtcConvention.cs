using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsPortal.Data;

/// <summary>
/// Every stored <see cref="DateTime"/> is UTC. The engines keep no kind, so reading restores it; writing anything else
/// is a mistake of ours and is refused.
/// </summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => AsUtc(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime AsUtc(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value
        : throw new InvalidOperationException($"Only UTC is stored; this time is {value.Kind}.");
}

internal static class UtcConvention
{
    public static void StoreUtc(this ModelConfigurationBuilder conventions)
        => conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
}

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

/// <summary>A library's own rows may count from an offset; what is stored is the same instant in UTC.</summary>
internal sealed class UtcInstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    value => value.UtcDateTime,
    value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

internal static class UtcConvention
{
    public static void StoreUtc(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<UtcConverter>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcInstantConverter>();
    }
}

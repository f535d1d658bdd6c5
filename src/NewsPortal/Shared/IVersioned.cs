namespace NewsPortal.Shared;

/// <summary>
/// A row whose every write carries the version that was read. <c>NewsDb</c> adds one at each save; a stale write is
/// refused with <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>.
/// </summary>
public interface IVersioned
{
    int Version { get; }
}

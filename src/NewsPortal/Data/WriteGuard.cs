using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsPortal.Data;

/// <summary>
/// Bulk updates and raw statements go past <see cref="NewsDb.SaveChangesAsync(bool, CancellationToken)"/>, and so past
/// the write gate and the change feed's transaction. They are refused outside <see cref="NewsDb.WriteAsync"/>.
/// </summary>
internal sealed class WriteGuard : DbCommandInterceptor
{
    public static readonly WriteGuard Instance = new();

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Refuse(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Refuse(CommandEventData eventData)
    {
        if (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw
            && eventData.Context is NewsDb { Database.CurrentTransaction: null })
        {
            throw new InvalidOperationException("A statement that changes rows runs inside NewsDb.WriteAsync.");
        }
    }
}

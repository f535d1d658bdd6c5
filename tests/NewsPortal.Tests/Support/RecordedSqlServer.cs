using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using NewsPortal.Data;

namespace NewsPortal.Tests.Support;

/// <summary>
/// A SQL Server that is not there: it keeps what it is asked and answers that there are no rows. Shows that queries
/// translate, and into Transact-SQL, where no server runs.
/// </summary>
public sealed class RecordedSqlServer : DbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly List<string> statements = [];

    public IReadOnlyList<string> Statements => statements;

    public NewsDb Open() => new SqlServerNewsDb(new DbContextOptionsBuilder<SqlServerNewsDb>()
        .UseSqlServer("Server=unopened;Database=unopened").AddInterceptors(this).Options);

    /// <summary>What Microsoft's own parser says against the statements; and that there are any.</summary>
    public IReadOnlyList<string> Errors() => statements.Count == 0 ? ["Nothing was asked."] : [.. statements.SelectMany(Errors)];

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        => ValueTask.FromResult(InterceptionResult.Suppress());

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        using var nothing = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(nothing.CreateDataReader()));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(command);
        return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
    }

    private void Keep(DbCommand command) => statements.Add(string.Concat(command.Parameters.Cast<SqlParameter>().Select(Declaration)) + command.CommandText);

    private static string Declaration(SqlParameter parameter)
        => $"DECLARE {parameter.ParameterName} {parameter.SqlDbType}{(parameter.Size > 0 ? $"({parameter.Size})" : "")};\n";

    private static IEnumerable<string> Errors(string statement)
    {
        using var reader = new StringReader(statement);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Select(error => $"{error.Message} in: {statement}");
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsPortal.Changes;

namespace NewsPortal.Tests.Support;

/// <summary>Counts the SQL statements that reach one database while it is not disposed, but for the change feed's, which come by themselves.</summary>
public sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string connectionString;
    private readonly IDisposable listeners;
    private readonly List<string> statements = [];
    private IDisposable? events;

    public StatementCount(TestDatabase database)
    {
        connectionString = database.ConnectionString;
        listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public IReadOnlyList<string> Statements
    {
        get
        {
            lock (statements)
            {
                return [.. statements];
            }
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory)
        {
            events = value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData data && data.Command.Connection?.ConnectionString == connectionString
            && !data.Command.CommandText.StartsWith($"-- {TailQueries.Tag}", StringComparison.Ordinal))
        {
            lock (statements)
            {
                statements.Add(data.Command.CommandText);
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        events?.Dispose();
        listeners.Dispose();
    }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}

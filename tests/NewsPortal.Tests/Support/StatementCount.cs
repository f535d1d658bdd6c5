using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsPortal.Changes;

namespace NewsPortal.Tests.Support;

/// <summary>
/// Counts the SQL statements that reach one database while it is not disposed, but for those that come by themselves:
/// the change feed's, and those of the work a <see cref="Newsroom"/> does in rounds.
/// </summary>
public sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<bool> Rounds = new();

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

    /// <summary>Whatever <paramref name="start"/> begins and leaves running is not counted; requests that come later are.</summary>
    public static T Beginning<T>(Func<T> start)
    {
        Rounds.Value = true;
        try
        {
            return start();
        }
        finally
        {
            Rounds.Value = false;
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
        if (!Rounds.Value && value.Value is CommandExecutedEventData data && data.Command.Connection?.ConnectionString == connectionString
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

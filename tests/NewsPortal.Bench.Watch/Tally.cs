using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;

namespace NewsPortal.Bench.Watch;

/// <summary>Counts what the database and the page cache of this process report. It knows them by name alone.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process that it looks into.")]
internal sealed class Tally : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Database = "Microsoft.EntityFrameworkCore";
    private const string Executed = Database + ".Database.Command.CommandExecuted";
    private const string Committed = Database + ".Database.Transaction.TransactionCommitted";
    private const string PageCache = "NewsPortal.PageCache";

    private readonly MeterListener meters = new();
    private readonly ConcurrentDictionary<string, StrongBox<long>> values = new(StringComparer.Ordinal);
    private long statements;
    private long told;
    private volatile bool isTelling;

    public void Attend()
    {
        DiagnosticListener.AllListeners.Subscribe(this);
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PageCache)
            {
                listener.EnableMeasurementEvents(instrument, values.GetOrAdd(instrument.Name, _ => new StrongBox<long>()));
            }
        };
        meters.SetMeasurementEventCallback<long>(static (instrument, value, _, state) => Take(instrument, value, state));
        meters.SetMeasurementEventCallback<int>(static (instrument, value, _, state) => Take(instrument, value, state));
        meters.Start();
    }

    public Counts Read()
    {
        meters.RecordObservableInstruments();
        return new Counts
        {
            Statements = Interlocked.Read(ref statements),
            Told = Interlocked.Read(ref told),
            PageCache = values.ToDictionary(value => value.Key, value => Interlocked.Read(ref value.Value.Value)),
        };
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Database)
        {
            value.Subscribe(this, static name => name is Executed or Committed);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Executed)
        {
            Interlocked.Increment(ref statements);
            // Writers take turns, so the next commit is this one's.
            isTelling |= Command(value.Value!).CommandText.Contains("INSERT INTO \"Changes\"", StringComparison.Ordinal);
        }
        else if (value.Key == Committed && isTelling)
        {
            isTelling = false;
            Interlocked.Exchange(ref told, Stopwatch.GetTimestamp());
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static DbCommand Command(object executed) => (DbCommand)executed.GetType().GetProperty("Command")!.GetValue(executed)!;

    private static void Take(Instrument instrument, long value, object? state)
    {
        var box = (StrongBox<long>)state!;
        if (instrument.IsObservable)
        {
            Interlocked.Exchange(ref box.Value, value);
        }
        else
        {
            Interlocked.Add(ref box.Value, value);
        }
    }
}

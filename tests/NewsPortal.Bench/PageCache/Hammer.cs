using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsPortal.Bench.PageCache;

/// <summary>
/// Readers who ask for one page again and again, each over a connection and on a thread of its own, which costs the
/// machine less than anything shared. They note when they last got which edition.
/// </summary>
internal sealed class Hammer
{
    private const int StackSize = 128 * 1024;
    private const string Encoding = "br";

    private readonly List<Client> clients;
    private readonly List<Thread> threads;
    private readonly ConcurrentBag<string> errors = [];
    private volatile bool isOver;

    public Hammer(Load story, int readers, int editions)
    {
        var known = new Editions(Encoding);
        clients = [.. Enumerable.Range(0, readers).Select(_ => new Client(editions))];
        threads = [.. clients.Select(client => new Thread(() => Ask(client, story, known), StackSize))];
        threads.ForEach(thread => thread.Start());
    }

    public IReadOnlyCollection<string> Errors => errors;

    public long Answers => clients.Sum(client => client.Answers);

    /// <summary>Answers with an older edition than the same connection had got before.</summary>
    public long Backwards => clients.Sum(client => client.Backwards);

    public void Stop()
    {
        isOver = true;
        threads.ForEach(thread => thread.Join());
        clients.ForEach(client => client.Settle());
    }

    /// <summary>How long after its commit each reader still got an edition before this one, in milliseconds; 0: not at all.</summary>
    /// <param name="committed">In ticks of the monotonic clock.</param>
    public IEnumerable<double> StaleAges(int edition, long committed)
        => clients.Select(client => Math.Max(0, Stopwatch.GetElapsedTime(committed, client.LastBefore(edition)).TotalMilliseconds));

    private void Ask(Client client, Load story, Editions known)
    {
        try
        {
            using var reader = Reader.Connect(story.Server.Address);
            using var body = new MemoryStream();
            var request = Reader.Request(story.Path, Encoding);
            while (!isOver)
            {
                reader.Read(request, body);
                client.Got(known.Of(body), Stopwatch.GetTimestamp());
            }
        }
        catch (Exception error)
        {
            errors.Add(error.Message);
        }
    }

    private sealed class Client(int editions)
    {
        private readonly long[] received = new long[editions + 1];
        private int newest;

        public long Answers { get; private set; }

        public long Backwards { get; private set; }

        public void Got(int edition, long at)
        {
            Answers++;
            received[edition] = at;
            Backwards += edition < newest ? 1 : 0;
            newest = Math.Max(newest, edition);
        }

        /// <summary>Turns "this edition" into "this or an older one".</summary>
        public void Settle()
        {
            for (var edition = 1; edition < received.Length; edition++)
            {
                received[edition] = Math.Max(received[edition], received[edition - 1]);
            }
        }

        public long LastBefore(int edition) => received[edition - 1];
    }
}

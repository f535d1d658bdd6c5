using System.Diagnostics;

namespace NewsPortal.Bench.PageCache;

/// <summary>Readers who each ask for a page twenty times a second, over a connection and on a thread of their own.</summary>
internal sealed class Crowd(Child server, IReadOnlyList<string> pages)
{
    private const int StackSize = 128 * 1024;
    private const string Encoding = "br";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(1);

    private readonly List<byte[]> requests = [.. pages.Select(page => Reader.Request(page, Encoding))];

    /// <param name="Waits">For each answer, in milliseconds.</param>
    /// <param name="Wrong">What was no page.</param>
    public sealed record Visit(IReadOnlyList<double> Waits, IReadOnlyList<string> Wrong);

    /// <summary>They all come within a second.</summary>
    public Visit Come(int readers, TimeSpan time)
    {
        var visitors = Enumerable.Range(0, readers).Select(number => new Visitor(new Random(number), Arrival * number / readers)).ToList();
        var clock = Stopwatch.StartNew();
        var threads = visitors.ConvertAll(visitor => new Thread(() => visitor.Read(server, requests, clock, time), StackSize));
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return new Visit([.. visitors.SelectMany(visitor => visitor.Waits)], [.. visitors.SelectMany(visitor => visitor.Wrong)]);
    }

    private sealed class Visitor(Random chance, TimeSpan comes)
    {
        public List<double> Waits { get; } = [];

        public List<string> Wrong { get; } = [];

        public void Read(Child server, List<byte[]> requests, Stopwatch clock, TimeSpan time)
        {
            try
            {
                Await(clock, comes);
                using var reader = Reader.Connect(server.Address);
                for (var due = comes; due < time && clock.Elapsed < time; due += Pause)
                {
                    var from = Await(clock, due);
                    Note(reader.Status(Choose(requests)));
                    Waits.Add((clock.Elapsed - from).TotalMilliseconds);
                }
            }
            catch (Exception error)
            {
                Wrong.Add(error.Message);
            }
        }

        // A reader who overslept is no fault of the server's. One who is late because the answer before was, is.
        private static TimeSpan Await(Stopwatch clock, TimeSpan due)
        {
            var early = due - clock.Elapsed;
            if (early <= TimeSpan.Zero)
            {
                return due;
            }

            Thread.Sleep(early);
            return clock.Elapsed;
        }

        // Of two readers one asks for the first page; of the others one in two for the second, and so on.
        private byte[] Choose(List<byte[]> requests)
            => requests[Math.Min(requests.Count - 1, (int)Math.Floor(-Math.Log2(1 - chance.NextDouble())))];

        private void Note(int status)
        {
            if (status != 200)
            {
                Wrong.Add($"status {status}");
            }
        }
    }
}

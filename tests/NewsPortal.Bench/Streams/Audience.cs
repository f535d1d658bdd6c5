using System.Diagnostics;
using System.Net;

namespace NewsPortal.Bench.Streams;

/// <summary>Thousands of open pages in one thread, which costs far less than the server that tells them.</summary>
internal sealed class Audience : IDisposable
{
    // Who knocks while so many wait at the door.
    private const int MostAtTheDoor = 256;

    private readonly IPEndPoint server;
    private readonly Epoll epoll = new();
    private readonly List<Hearer> hearers;
    private readonly PriorityQueue<Hearer, long> away = new();
    private readonly byte[] buffer = new byte[256 * 1024];
    private readonly Thread thread;
    private readonly Random random = new(1);
    private int opened;
    private int greeted;
    private int leaving;
    private long heard;
    private long returns;
    private volatile bool isOver;

    public Audience(IPEndPoint server, int size)
    {
        this.server = server;
        hearers = [.. Enumerable.Range(0, size).Select(number => new Hearer(number))];
        thread = new Thread(Listen) { Name = "Audience" };
        thread.Start();
    }

    public IReadOnlyList<Hearer> Hearers => hearers;

    /// <summary>Changes that reached them, all together.</summary>
    public long Heard => Interlocked.Read(ref heard);

    /// <summary>How often one of them came back.</summary>
    public long Returns => Interlocked.Read(ref returns);

    /// <summary>Some of them hang up soon, and come back at once.</summary>
    public void Shuffle(int count) => Interlocked.Add(ref leaving, count);

    /// <returns>Whether it became so in time.</returns>
    public bool Until(Func<Audience, bool> isSo, TimeSpan patience)
    {
        for (var since = Stopwatch.StartNew(); !isSo(this); Thread.Sleep(5))
        {
            if (since.Elapsed > patience)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        isOver = true;
        thread.Join();
        hearers.ForEach(hearer => hearer.Dispose());
        epoll.Dispose();
    }

    private void Listen()
    {
        while (!isOver)
        {
            for (; opened < hearers.Count && opened - greeted < MostAtTheDoor; opened++)
            {
                Come(hearers[opened]);
            }

            var ready = epoll.Wait(5);
            for (var at = 0; at < ready; at++)
            {
                Hear(hearers[epoll.Number(at)]);
            }

            for (var left = Interlocked.Exchange(ref leaving, 0); left > 0; left--)
            {
                var hearer = hearers[random.Next(opened)];
                if (hearer.Handle is not null)
                {
                    Interlocked.Increment(ref returns);
                    Come(hearer);
                }
            }

            while (away.TryPeek(out var back, out var when) && when <= Environment.TickCount64)
            {
                away.Dequeue();
                Interlocked.Increment(ref returns);
                Come(back);
            }
        }
    }

    private void Hear(Hearer hearer)
    {
        if (hearer.Handle is not { } socket)
        {
            return;
        }

        if (Epoll.Read(socket, buffer) is { } read)
        {
            var wasGreeted = hearer.IsGreeted;
            Interlocked.Add(ref heard, hearer.Hear(buffer.AsSpan(0, read)));
            greeted += hearer.IsGreeted && !wasGreeted ? 1 : 0;
            return;
        }

        hearer.Dispose();
        StayAway(hearer);
    }

    private void Come(Hearer hearer)
    {
        if (hearer.Connect(server) is { } socket)
        {
            epoll.Watch(socket, hearer.Number);
        }
        else
        {
            StayAway(hearer);
        }
    }

    private void StayAway(Hearer hearer) => away.Enqueue(hearer, Environment.TickCount64 + hearer.Retry);
}

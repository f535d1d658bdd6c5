using System.Net.Sockets;
using System.Text.Json;

namespace NewsPortal.Bench.Watch;

/// <summary>Answers whoever connects to a Unix socket with the counts as they are, and hangs up.</summary>
internal static class Teller
{
    public static void Start(string address, Tally tally)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(address));
        socket.Listen();
        new Thread(() => Answer(socket, tally)) { IsBackground = true, Name = "Bench watch" }.Start();
    }

    private static void Answer(Socket socket, Tally tally)
    {
        while (true)
        {
            using var asker = socket.Accept();
            asker.Send(JsonSerializer.SerializeToUtf8Bytes(tally.Read()));
        }
    }
}

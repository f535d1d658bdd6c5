using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NewsPortal.Bench.Streams;

/// <summary>Linux's own way to wait for thousands of sockets at once, without an object or a task for each of them.</summary>
internal sealed class Epoll : IDisposable
{
    private const int Add = 1;
    private const int Most = 1024;
    private const int DoNotWait = 0x40;
    private const int TryAgain = 11;
    private const uint Readable = 1;

    // The kernel's struct is packed on this architecture only.
    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture == Architecture.X64;
    private static readonly int Size = IsPacked ? 12 : 16;
    private static readonly int DataAt = IsPacked ? 4 : 8;

    private readonly int handle = Create(0);
    private readonly byte[] events = new byte[Most * Size];

    /// <param name="socket">Is forgotten when it is closed.</param>
    public void Watch(nint socket, int number)
    {
        var one = new byte[Size];
        BinaryPrimitives.WriteUInt32LittleEndian(one, Readable);
        BinaryPrimitives.WriteInt32LittleEndian(one.AsSpan(DataAt), number);
        if (Control(handle, Add, (int)socket, one) != 0)
        {
            throw new InvalidOperationException($"A socket cannot be watched: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    /// <returns>How many of the sockets can be read; <see cref="Number"/> tells which.</returns>
    public int Wait(int milliseconds) => Math.Max(0, Wait(handle, events, Most, milliseconds));

    public int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(events.AsSpan((at * Size) + DataAt));

    /// <returns>Bytes; 0 when there are none yet, and null when there never will be.</returns>
    public static int? Read(nint socket, byte[] into)
    {
        var read = (int)Receive((int)socket, into, into.Length, DoNotWait);
        return read > 0 ? read : read < 0 && Marshal.GetLastPInvokeError() == TryAgain ? 0 : null;
    }

    public void Dispose() => _ = Close(handle);

    [DllImport("libc", EntryPoint = "epoll_create1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Create(int flags);

    [DllImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int epoll, int what, int socket, byte[] how);

    [DllImport("libc", EntryPoint = "epoll_wait")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Wait(int epoll, byte[] events, int most, int milliseconds);

    [DllImport("libc", EntryPoint = "recv", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Receive(int socket, byte[] into, nint length, int flags);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}

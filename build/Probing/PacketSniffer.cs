using System.Collections.Immutable;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ContainerSecurity.Probing;

/// <summary>
/// Sees what begins anything in a container's network namespace, loopback included, by a socket of the suite's own in it (packet(7), setns(2)).
/// Only root of the engine's machine can do that.
/// </summary>
internal sealed class PacketSniffer : IDisposable
{
    private const int NetworkNamespace = 0x40000000;
    private const int PacketLevel = 263;
    private const int Statistics = 6;
    private const int QueueBytes = 4 * 1024 * 1024;
    private const int MostKept = 1000;

    /// <summary>ETH_P_ALL in the byte order of the network.</summary>
    private const ProtocolType AllProtocols = (ProtocolType)0x0300;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<SeenPacket> _seen = [];
    private readonly Thread _reader;
    private readonly TaskCompletionSource<string?> _ready = new();
    private Socket? _socket;
    private volatile bool _ends;

    private PacketSniffer(int process) => _reader = new Thread(() => Read(process)) { IsBackground = true, Name = "sniffer" };

    /// <param name="process">On this machine; any of those in the namespace.</param>
    /// <returns>The sniffer, or why there is none.</returns>
    public static async Task<(PacketSniffer? Sniffer, string WhyNot)> AttachAsync(int process)
    {
        if (!OperatingSystem.IsLinux())
            return (null, "only Linux has network namespaces to listen in");
        var sniffer = new PacketSniffer(process);
        sniffer._reader.Start();
        return await sniffer._ready.Task is { } fault ? (null, fault) : (sniffer, "");
    }

    /// <summary>Ends after a moment without packets.</summary>
    /// <returns>What was seen since it was attached, each once, and how many packets came too fast to be seen.</returns>
    public (ImmutableArray<SeenPacket> Packets, int Lost) Finish()
    {
        _ends = true;
        _reader.Join();
        Span<byte> counted = stackalloc byte[8];
        _socket!.GetRawSocketOption(PacketLevel, Statistics, counted);
        return ([.. _seen], BitConverter.ToInt32(counted[4..]) + (_seen.Count > MostKept ? 1 : 0));
    }

    public void Dispose()
    {
        _ends = true;
        _reader.Join();
        _socket?.Dispose();
    }

    /// <summary>On a thread of its own, which never leaves the namespace again.</summary>
    private void Read(int process)
    {
        try
        {
            using var place = File.OpenHandle($"/proc/{process}/ns/net", share: FileShare.ReadWrite);
            if (EnterNamespace(place.DangerousGetHandle().ToInt32(), NetworkNamespace) != 0)
                throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
            _socket = new Socket(AddressFamily.Packet, SocketType.Raw, AllProtocols)
            {
                ReceiveTimeout = (int)Quiet.TotalMilliseconds,
                ReceiveBufferSize = QueueBytes,
            };
            PacketFilter.Attach(_socket);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or SocketException)
        {
            _ready.SetResult($"only root of the engine's machine can listen in the container's network: {failed.Message}");
            return;
        }

        _ready.SetResult(null);
        var frame = new byte[ushort.MaxValue + 64];
        while (Next(_socket, frame) is { } length)
        {
            if (SeenPacket.Read(frame.AsSpan(0, length)) is { } packet && _seen.Count <= MostKept)
                _seen.Add(packet);
        }
    }

    /// <returns>The frame's length; null when nothing came for a while and it shall end.</returns>
    private int? Next(Socket socket, byte[] frame)
    {
        while (true)
        {
            try
            {
                return socket.Receive(frame);
            }
            catch (SocketException failed) when (failed.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock or SocketError.Interrupted)
            {
                if (_ends)
                    return null;
            }
            catch (SocketException)
            {
                // A device that goes down says so once; what was seen counts.
                if (_ends)
                    return null;
            }
        }
    }

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int EnterNamespace(int descriptor, int kind);
}

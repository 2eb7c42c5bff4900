using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ContainerSecurity.Probing;

/// <summary>
/// Has the kernel keep back what belongs to a connection that is open already, so that a busy one does not push out of a sniffer's queue what begins
/// something (socket(7), SO_ATTACH_FILTER; the instructions are those of classic BPF, linux/filter.h).
/// </summary>
internal static class PacketFilter
{
    private const int SocketLevel = 1;
    private const int AttachFilter = 26;

    private const int Ethernet = 14;
    private const int Version6Header = 40;
    private const int TcpFlags = 13;
    private const uint Tcp = 6;
    private const uint SynAndAck = 0x12;
    private const uint Syn = 0x02;

    /// <summary>Passes TCP with SYN and without ACK, the later fragments of a packet, and all that is not TCP.</summary>
    private static readonly Instruction[] Program =
    [
        Instruction.LoadHalf(12),
        Instruction.IfEqual(0x86DD, skip: 4),
        Instruction.LoadByte(Ethernet + 6),
        Instruction.IfEqual(Tcp, skip: 11),
        Instruction.LoadByte(Ethernet + Version6Header + TcpFlags),
        Instruction.Skip(7),
        Instruction.IfEqual(0x0800, skip: 8),
        Instruction.LoadByte(Ethernet + 9),
        Instruction.IfEqual(Tcp, skip: 6),
        Instruction.LoadHalf(Ethernet + 6),
        Instruction.SkipIfAny(0x1FFF, skip: 4),
        Instruction.LoadHeaderLength(Ethernet),
        Instruction.LoadByteAfterHeader(Ethernet + TcpFlags),
        Instruction.And(SynAndAck),
        Instruction.IfEqual(Syn, skip: 1),
        Instruction.Return(uint.MaxValue),
        Instruction.Return(0),
    ];

    /// <param name="socket">A packet socket of raw frames.</param>
    public static void Attach(Socket socket)
    {
        var program = GCHandle.Alloc(Program, GCHandleType.Pinned);
        try
        {
            var description = new Description((ushort)Program.Length, program.AddrOfPinnedObject());
            socket.SetRawSocketOption(SocketLevel, AttachFilter, MemoryMarshal.AsBytes(new ReadOnlySpan<Description>(in description)));
        }
        finally
        {
            program.Free();
        }
    }

    /// <summary>The kernel's <c>sock_fprog</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Description(ushort Count, nint First);

    /// <summary>The kernel's <c>sock_filter</c>: what to do, how many to skip when a condition holds or fails, and its operand.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte Holds, byte Fails, uint Operand)
    {
        public static Instruction LoadHalf(uint place) => new(0x28, 0, 0, place);

        public static Instruction LoadByte(uint place) => new(0x30, 0, 0, place);

        public static Instruction LoadByteAfterHeader(uint place) => new(0x50, 0, 0, place);

        /// <summary>Of IPv4, in bytes.</summary>
        public static Instruction LoadHeaderLength(uint place) => new(0xB1, 0, 0, place);

        public static Instruction And(uint mask) => new(0x54, 0, 0, mask);

        /// <summary>Goes on when it holds.</summary>
        public static Instruction IfEqual(uint value, byte skip) => new(0x15, 0, skip, value);

        public static Instruction SkipIfAny(uint mask, byte skip) => new(0x45, skip, 0, mask);

        public static Instruction Skip(uint count) => new(0x05, 0, 0, count);

        public static Instruction Return(uint length) => new(0x06, 0, 0, length);
    }
}

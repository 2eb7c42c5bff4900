using System.Buffers.Binary;
using System.Text;

namespace ContainerSecurity.Images.Elf;

/// <summary>Writes small 64-bit little-endian ELF files: headers, the segments asked for, and what they point to.</summary>
internal sealed class ElfWriter
{
    private const int HeaderSize = 64;
    private const int SegmentSize = 56;

    private readonly List<(uint Type, uint Flags, byte[] Content)> _segments = [];

    public ushort Type { get; init; } = 3;

    public ushort Machine { get; init; } = 62;

    public ElfWriter Interpreter(string path) => With(3, 4, Encoding.ASCII.GetBytes(path + "\0"));

    public ElfWriter Stack(bool executable) => With(0x6474e551, executable ? 7u : 6u, []);

    public ElfWriter Relro() => With(0x6474e552, 4, []);

    /// <summary>Position-independent, all relocations read-only, no executable stack.</summary>
    public ElfWriter Hardened() => Dynamic((0x6ffffffb, 0x08000001)).Relro().Stack(executable: false);

    /// <summary>A text that is loaded at address 0x1000.</summary>
    public ElfWriter Loaded(string content) => With(1, 5, Encoding.ASCII.GetBytes(content));

    public ElfWriter Dynamic(params (ulong Tag, ulong Value)[] tags)
    {
        var content = new byte[(tags.Length + 1) * 16];
        for (var index = 0; index < tags.Length; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(content.AsSpan(index * 16), tags[index].Tag);
            BinaryPrimitives.WriteUInt64LittleEndian(content.AsSpan(index * 16 + 8), tags[index].Value);
        }

        return With(2, 6, content);
    }

    public byte[] ToBytes()
    {
        var offset = HeaderSize + SegmentSize * _segments.Count;
        var file = new byte[offset + _segments.Sum(segment => segment.Content.Length)];
        new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(16), Type);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(18), Machine);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(32), HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(54), SegmentSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(56), (ushort)_segments.Count);
        for (var index = 0; index < _segments.Count; index++)
            offset = Place(file, file.AsSpan(HeaderSize + index * SegmentSize), _segments[index], offset);

        return file;
    }

    private static int Place(byte[] file, Span<byte> header, (uint Type, uint Flags, byte[] Content) segment, int offset)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, segment.Type);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], segment.Flags);
        BinaryPrimitives.WriteUInt64LittleEndian(header[8..], (ulong)offset);
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], segment.Type == 1 ? 0x1000UL : 0UL);
        BinaryPrimitives.WriteUInt64LittleEndian(header[32..], (ulong)segment.Content.Length);
        segment.Content.CopyTo(file, offset);
        return offset + segment.Content.Length;
    }

    private ElfWriter With(uint type, uint flags, byte[] content)
    {
        _segments.Add((type, flags, content));
        return this;
    }
}

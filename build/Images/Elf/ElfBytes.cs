using System.Buffers.Binary;
using System.Text;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Elf;

/// <summary>
/// Bounded access to the fields of an ELF file in its own byte order and word size; a read outside the file means that it is damaged.
/// </summary>
internal readonly ref struct ElfBytes(ReadOnlySpan<byte> bytes, string path)
{
    private const int LongestText = 4096;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly bool _isBigEndian = bytes.Length > 5 && bytes[5] == 2;

    public bool IsWide { get; } = bytes.Length > 4 && bytes[4] == 2;

    public ulong Length => (ulong)_bytes.Length;

    public ushort Half(ulong at) =>
        _isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2)) : BinaryPrimitives.ReadUInt16LittleEndian(Slice(at, 2));

    public uint Word(ulong at) =>
        _isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4)) : BinaryPrimitives.ReadUInt32LittleEndian(Slice(at, 4));

    /// <summary>A number as wide as the file's addresses.</summary>
    public ulong Address(ulong at) =>
        !IsWide ? Word(at)
        : _isBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(Slice(at, 8))
        : BinaryPrimitives.ReadUInt64LittleEndian(Slice(at, 8));

    /// <summary>The text at an offset up to its NUL.</summary>
    public string Text(ulong at)
    {
        var rest = Slice(at, 1).Length == 1 ? _bytes[(int)at..] : [];
        var end = rest[..Math.Min(rest.Length, LongestText)].IndexOf((byte)0);
        return end < 0 ? throw Damaged("a text has no end") : Encoding.UTF8.GetString(rest[..end]);
    }

    public InputException Damaged(string why) =>
        new($"{path} is a damaged ELF file: {why}. Build it again, or take it from a sound image.");

    private ReadOnlySpan<byte> Slice(ulong at, ulong count) =>
        at > Length || count > Length - at
            ? throw Damaged($"it points to byte {at} but ends at {Length}")
            : _bytes.Slice((int)at, (int)count);
}

namespace ContainerSecurity.Images.Elf;

/// <summary>One program header.</summary>
internal readonly record struct ElfSegment(uint Type, uint Flags, ulong Offset, ulong Address, ulong Size)
{
    public const uint Load = 1;
    public const uint Dynamic = 2;
    public const uint Interpreter = 3;
    public const uint GnuStack = 0x6474e551;
    public const uint GnuRelro = 0x6474e552;

    public bool IsExecutable => (Flags & 1) != 0;

    public static IReadOnlyList<ElfSegment> ReadAll(ElfBytes bytes)
    {
        var start = bytes.Address(bytes.IsWide ? 32UL : 28UL);
        var size = bytes.Half(bytes.IsWide ? 54UL : 42UL);
        var count = bytes.Half(bytes.IsWide ? 56UL : 44UL);
        if (count > 0 && size != (bytes.IsWide ? 56 : 32))
            throw bytes.Damaged($"a program header of {size} bytes");

        if (start > bytes.Length)
            throw bytes.Damaged("its program headers lie behind its end");

        var segments = new List<ElfSegment>(count);
        for (var index = 0UL; index < count; index++)
            segments.Add(Read(bytes, start + index * size));

        return segments;
    }

    private static ElfSegment Read(ElfBytes bytes, ulong at) =>
        bytes.IsWide
            ? new(bytes.Word(at), bytes.Word(at + 4), bytes.Address(at + 8), bytes.Address(at + 16), bytes.Address(at + 32))
            : new(bytes.Word(at), bytes.Word(at + 24), bytes.Address(at + 4), bytes.Address(at + 8), bytes.Address(at + 16));
}

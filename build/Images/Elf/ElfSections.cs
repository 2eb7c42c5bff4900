namespace ContainerSecurity.Images.Elf;

/// <summary>The sections of an ELF file, for messages that say in which part of it something lies (System V ABI, chapter 4).</summary>
internal static class ElfSections
{
    private const string Headers = "the headers";
    private const uint NoBits = 8;

    /// <returns>The name of the section that holds the byte, <c>.rodata</c>; or that it is no section, or no ELF file.</returns>
    public static string NameAt(ReadOnlySpan<byte> content, long offset)
    {
        if (!ElfReader.IsElf(content))
            return "the file";
        var bytes = new ElfBytes(content, "the file");
        var start = bytes.Address(bytes.IsWide ? 40UL : 32UL);
        var numbers = bytes.IsWide ? 58UL : 46UL;
        var (size, count, nameTable) = (bytes.Half(numbers), bytes.Half(numbers + 2), bytes.Half(numbers + 4));
        if (count == 0)
            return Headers;
        var names = Read(bytes, start + nameTable * (ulong)size);
        for (var index = 1UL; index < count; index++)
        {
            var section = Read(bytes, start + index * size);
            if (section.Type != NoBits && (ulong)offset >= section.Offset && (ulong)offset < section.Offset + section.Size)
                return bytes.Text(names.Offset + section.Name);
        }

        return Headers;
    }

    private static (uint Name, uint Type, ulong Offset, ulong Size) Read(ElfBytes bytes, ulong at) => bytes.IsWide
        ? (bytes.Word(at), bytes.Word(at + 4), bytes.Address(at + 24), bytes.Address(at + 32))
        : (bytes.Word(at), bytes.Word(at + 4), bytes.Address(at + 16), bytes.Address(at + 20));
}

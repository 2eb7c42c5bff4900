using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Elf;

/// <summary>Reads ELF headers, segments and the dynamic section (System V ABI, chapters 4 and 5), from bytes that may be hostile.</summary>
internal static class ElfReader
{
    private static ReadOnlySpan<byte> Magic => [0x7f, (byte)'E', (byte)'L', (byte)'F'];

    public static bool IsElf(ReadOnlySpan<byte> start) => start.StartsWith(Magic);

    /// <param name="content">The whole file.</param>
    /// <param name="path">Names the file in errors.</param>
    /// <exception cref="InputException">Not an ELF file, or a damaged one.</exception>
    public static ElfFile Read(ReadOnlySpan<byte> content, string path)
    {
        if (!IsElf(content))
            throw new InputException($"{path} is not an ELF file: it does not begin with the ELF magic number. Give a Linux executable.");

        var bytes = new ElfBytes(content, path);
        var segments = ElfSegment.ReadAll(bytes);
        var dynamic = ElfDynamic.Read(bytes, segments);
        var type = TypeOf(bytes.Half(16));
        var interpreter = InterpreterOf(bytes, segments);
        return new ElfFile
        {
            Bits = bytes.IsWide ? 64 : 32,
            Architecture = ElfMachines.NameOf(bytes.Half(18)),
            Type = type,
            Interpreter = interpreter,
            Needed = dynamic.Needed,
            SearchPaths = dynamic.SearchPaths,
            IsPositionIndependent = type == ElfType.SharedObject && (dynamic.IsPie || interpreter is not null),
            HasNonExecutableStack = segments.Any(segment => segment.Type == ElfSegment.GnuStack && !segment.IsExecutable),
            Relro = RelroOf(segments, dynamic),
            IlcVersion = ElfVersions.IlcVersion(content),
            Shell = ElfVersions.Shell(content),
            OpenSslVersion = ElfVersions.OpenSslVersion(content),
        };
    }

    private static ElfType TypeOf(ushort type) => type is >= 1 and <= 4 ? (ElfType)type : ElfType.Other;

    private static string? InterpreterOf(ElfBytes bytes, IReadOnlyList<ElfSegment> segments)
    {
        foreach (var segment in segments.Where(segment => segment.Type == ElfSegment.Interpreter))
            return bytes.Text(segment.Offset);

        return null;
    }

    private static Relro RelroOf(IReadOnlyList<ElfSegment> segments, ElfDynamic dynamic) =>
        !segments.Any(segment => segment.Type == ElfSegment.GnuRelro) ? Relro.None
        : dynamic.BindsNow ? Relro.Full
        : Relro.Partial;
}

using System.Collections.Immutable;
using System.Text;

namespace ContainerSecurity.Images.Elf;

/// <summary>Finds the version texts that the .NET AOT compiler and OpenSSL leave in a binary.</summary>
internal static class ElfVersions
{
    private const int LongestVersion = 200;

    /// <summary><c>10.0.12-servicing.1+commit</c> out of <c>.NET: ilc 10.0.12-servicing.1+commit</c>.</summary>
    public static string? IlcVersion(ReadOnlySpan<byte> content) => FirstVersion(content, ".NET: ilc "u8, minimumDots: 0);

    /// <summary><c>3.0.17</c> out of <c>OpenSSL 3.0.17 1 Jul 2025</c>.</summary>
    public static string? OpenSslVersion(ReadOnlySpan<byte> content) => FirstVersion(content, "OpenSSL "u8, minimumDots: 2);

    /// <summary>The compilers and the linker named in the file, each version once: <c>clang 14.0.6</c> for its C code, <c>lld 14.0.6</c>.</summary>
    public static ImmutableArray<(string Name, string Version)> Toolchain(ReadOnlySpan<byte> content) =>
        [
            .. AllVersions(content, "clang version "u8).Select(version => ("clang", version)),
            .. AllVersions(content, " LLD "u8).Select(version => ("lld", version)),
        ];

    /// <summary>A shell under any name, by what only its own program says.</summary>
    public static string? Shell(ReadOnlySpan<byte> content) =>
        content.IndexOf("GNU bash, version "u8) >= 0 ? "bash"
        : content.IndexOf("BusyBox v"u8) >= 0 ? "busybox"
        : content.IndexOf("can't access tty; job control turned off"u8) >= 0 ? "dash or ash"
        : null;

    private static SortedSet<string> AllVersions(ReadOnlySpan<byte> content, ReadOnlySpan<byte> mark)
    {
        var versions = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = content.IndexOf(mark); at >= 0; at = content.IndexOf(mark))
        {
            content = content[(at + mark.Length)..];
            if (Version(content) is { Length: > 0 } version && char.IsAsciiDigit(version[0]))
                versions.Add(version);
        }

        return versions;
    }

    private static string? FirstVersion(ReadOnlySpan<byte> content, ReadOnlySpan<byte> mark, int minimumDots)
    {
        for (var at = content.IndexOf(mark); at >= 0; at = content.IndexOf(mark))
        {
            content = content[(at + mark.Length)..];
            var version = Version(content);
            if (version.Length > 0 && char.IsAsciiDigit(version[0]) && version.Count(letter => letter == '.') >= minimumDots)
                return version;
        }

        return null;
    }

    private static string Version(ReadOnlySpan<byte> start)
    {
        var length = 0;
        while (length < Math.Min(start.Length, LongestVersion) && start[length] is > (byte)' ' and < 0x7f)
            length++;

        return Encoding.ASCII.GetString(start[..length]);
    }
}

using System.Text.RegularExpressions;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>What <c>--platform</c> names: <c>linux/amd64</c>, <c>linux/arm/v7</c>, or a system or an architecture alone.</summary>
internal sealed partial record TargetPlatform(string System, string Architecture)
{
    private static readonly string[] Systems =
    [
        "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux", "nacl", "netbsd", "openbsd", "plan9",
        "solaris", "windows", "zos",
    ];

    private static readonly string[] Architectures =
    [
        "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "ppc64", "ppc64le", "loong64", "mips", "mipsle", "mips64", "mips64le",
        "mips64p32", "mips64p32le", "ppc", "riscv", "riscv64", "s390", "s390x", "sparc", "sparc64", "wasm",
    ];

    /// <returns>Null when it does not name a platform.</returns>
    public static TargetPlatform? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 3 || !parts.All(part => Part().IsMatch(part)))
            return null;
        var (first, last) = (SystemOf(parts[0]), ArchitectureOf(parts[^1]));
        return parts.Length switch
        {
            1 when Systems.Contains(first) => new TargetPlatform(first, "amd64"),
            1 when Architectures.Contains(last) => new TargetPlatform("linux", last),
            1 => null,
            _ => new TargetPlatform(first, ArchitectureOf(parts[1])),
        };
    }

    private static string SystemOf(string name) => name.ToLowerInvariant() is "macos" ? "darwin" : name.ToLowerInvariant();

    private static string ArchitectureOf(string name) => name.ToLowerInvariant() switch
    {
        "i386" => "386",
        "x86_64" or "x86-64" => "amd64",
        "aarch64" => "arm64",
        "armhf" or "armel" => "arm",
        var other => other,
    };

    [GeneratedRegex(@"^[A-Za-z0-9_.\-]+(?:\([^)]*\))?\z")]
    private static partial Regex Part();
}

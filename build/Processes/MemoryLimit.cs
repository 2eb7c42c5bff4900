using System.Collections.Immutable;

namespace ContainerSecurity.Processes;

/// <summary>
/// Starts a program with a limit on its address space, which needs no right that a user lacks. Programs of Haskell take less of it at once when
/// there is a limit, and end with "out of memory" at it.
/// </summary>
internal static class MemoryLimit
{
    public const string Shell = "/bin/sh";

    /// <summary>Where there is no such limit, as on macOS, it starts without.</summary>
    private const string Script = "ulimit -v \"$1\" 2>/dev/null; shift; exec \"$@\"";

    public static ImmutableArray<string> Arguments(int megabytes, string executable, ImmutableArray<string> arguments) =>
        ["-c", Script, "sh", $"{megabytes * 1024L}", executable, .. arguments];
}

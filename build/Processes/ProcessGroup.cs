using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ContainerSecurity.Processes;

/// <summary>Starts a program as leader of its own process group, because killing a tree misses a grandchild whose parent is already gone.</summary>
internal static class ProcessGroup
{
    private const int SigKill = 9;

    // Part of util-linux, which is essential on Debian; where it is missing (macOS, Windows), only the process tree is killed.
    private static readonly string? Starter = OperatingSystem.IsLinux() ? ExecutableFile.Find("/usr/bin/setsid") : null;

    /// <summary>The same program in a group whose id is its process id: setsid replaces itself by the program.</summary>
    public static (string Executable, ImmutableArray<string> Arguments) AsLeader(string executable, ImmutableArray<string> arguments) =>
        Starter is null ? (executable, arguments) : (Starter, [executable, .. arguments]);

    public static void Kill(int leader)
    {
        // For kill(2), 0 means the caller's own group and -1 every process.
        if (Starter is not null && leader > 1)
            _ = SignalGroup(-leader, SigKill);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SignalGroup(int process, int signal);
}

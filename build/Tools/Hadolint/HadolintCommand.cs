using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.Hadolint;

/// <summary>Commands of Hadolint: always JSON output, and a configuration that the suite has read and written itself.</summary>
internal static class HadolintCommand
{
    // A Dockerfile of 10,000 RUN instructions takes Hadolint a minute.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    public static ToolCommand Version(string executable) => new()
    {
        Executable = executable,
        Arguments = ["--version"],
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <param name="root">Folder to which the files are relative.</param>
    /// <param name="configuration">Absolute path of the configuration.</param>
    /// <remarks>Exit code 1 means findings as well as bad input; only the output tells them apart.</remarks>
    public static ToolCommand Lint(string executable, string root, string configuration, ImmutableArray<string> files) => new()
    {
        Executable = executable,
        Arguments = ["--no-color", "--config", configuration, "--format", "json", .. files],
        WorkingDirectory = root,
        Timeout = LongestRun,
        AcceptedExitCodes = [0, 1],
    };
}

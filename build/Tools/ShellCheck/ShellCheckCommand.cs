using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>Commands of ShellCheck.</summary>
internal static class ShellCheckCommand
{
    private const string Executable = "shellcheck";

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    public static ToolCommand Version { get; } = new()
    {
        Executable = Executable,
        Arguments = ["--version"],
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <param name="folder">Where the scripts are.</param>
    /// <remarks>
    /// Excluded is what Hadolint excludes (files that are not there, and ash, which Alpine calls sh), and SC2002, which is off in the ShellCheck
    /// inside Hadolint and on in older ones.
    /// </remarks>
    public static ToolCommand Check(string folder, ImmutableArray<string> scripts) => new()
    {
        Executable = Executable,
        Arguments = ["--norc", "--format=json1", "--exclude=SC2187,SC1090,SC1091,SC2002", .. scripts],
        WorkingDirectory = folder,
        Timeout = LongestRun,
        AcceptedExitCodes = [0, 1],
    };
}

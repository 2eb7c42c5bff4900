using System.Collections.Immutable;
using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools.ShellCheck;

/// <summary>Commands of ShellCheck.</summary>
internal static class ShellCheckCommand
{
    public const string Executable = "shellcheck";

    /// <summary>
    /// Excluded is what Hadolint excludes (files that are not there, and ash, which Alpine calls sh), and SC2002, which is off in the ShellCheck
    /// inside Hadolint and on in older ones.
    /// </summary>
    public const string Settings = "--norc --format=json1 --exclude=SC2187,SC1090,SC1091,SC2002";

    /// <summary>An ordinary script needs a tenth of it; a thousand assignments in a row need more than any machine has.</summary>
    public const int MostMegabytes = 1024;

    public static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    public static ToolCommand Version { get; } = new()
    {
        Executable = Executable,
        Arguments = ["--version"],
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <param name="folder">Where the scripts are.</param>
    public static ToolCommand Check(string folder, ImmutableArray<string> scripts) => new()
    {
        Executable = Executable,
        Arguments = [.. Settings.Split(' '), .. scripts],
        WorkingDirectory = folder,
        Timeout = LongestRun,
        MostMegabytes = MostMegabytes,
        AcceptedExitCodes = [0, 1],
    };
}

namespace ContainerSecurity.Processes;

/// <summary>Finds what a command names, so that "not there" is known before anything starts.</summary>
internal static class ExecutableFile
{
    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];

    /// <summary>The absolute path of an executable file, or null.</summary>
    public static string? Find(string executable) =>
        executable.Contains(Path.DirectorySeparatorChar)
            ? Runnable(Path.GetFullPath(executable))
            : Candidates(executable).Select(Runnable).FirstOrDefault(found => found is not null);

    // An empty or relative entry of PATH means the working directory: what lies there was never installed by anyone.
    private static IEnumerable<string> Candidates(string name) =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        where Path.IsPathFullyQualified(folder)
        from suffix in Suffixes
        select Path.Combine(folder, name + suffix);

    private static string? Runnable(string path)
    {
        const UnixFileMode anyone = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & anyone) != 0) ? path : null;
    }
}

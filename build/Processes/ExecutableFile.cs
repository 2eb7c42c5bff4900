namespace ContainerSecurity.Processes;

/// <summary>Finds the executable of a command, so that a missing one is known before anything starts.</summary>
internal static class ExecutableFile
{
    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd", ""] : [""];

    /// <summary>The absolute path of an executable file, or null.</summary>
    public static string? Find(string executable) =>
        executable.Contains(Path.DirectorySeparatorChar)
            ? Runnable(Path.GetFullPath(executable))
            : Candidates(executable).Select(Runnable).FirstOrDefault(found => found is not null);

    // An empty or relative entry of PATH means the working directory, which has no installed programs.
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

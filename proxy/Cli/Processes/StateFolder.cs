using ClaudeCodeProxy.Configuration.Sources;

namespace ClaudeCodeProxy.Cli.Processes;

/// <summary>The user's own folder for record and log of a background proxy; nobody else can read or write it.</summary>
internal sealed class StateFolder(string path)
{
    public string Path => path;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static StateFolder Find(IReadOnlyDictionary<string, string> environment)
    {
        var runtime = environment.GetValueOrDefault("XDG_RUNTIME_DIR");
        if (!string.IsNullOrEmpty(runtime))
            return new StateFolder(System.IO.Path.Combine(runtime, "claude-code-proxy"));
        var home = environment.GetValueOrDefault("HOME");
        if (!string.IsNullOrEmpty(home))
            return new StateFolder(System.IO.Path.Combine(home, ".local", "state", "claude-code-proxy"));
        throw new ConfigurationException(
            "Neither XDG_RUNTIME_DIR nor HOME is set, so the record of a background proxy has no place. Set one, or use 'serve'.");
    }

    public string RecordFile(int port) => System.IO.Path.Combine(Path, $"proxy-{port}.pid");

    public string LogFile(int port) => System.IO.Path.Combine(Path, $"proxy-{port}.log");

    public void Create()
    {
        Directory.CreateDirectory(Path, OwnerOnly);
        if ((File.GetUnixFileMode(Path) & ~OwnerOnly) != 0)
            File.SetUnixFileMode(Path, OwnerOnly);
    }
}

namespace ContainerSecurity.Tools.Trivy;

/// <summary>
/// The folder in which one scan runs: every file that Trivy would otherwise look for in the working directory, in HOME or in its cache is here and is
/// ours, so that nothing in a checkout can change what it does. It is deleted after the scan: no scan sees another's cache or waits for its lock.
/// </summary>
internal sealed class TrivyWorkspace : IDisposable
{
    /// <summary>
    /// Trivy skips tests, documentation and system folders unless these built-in allow rules are disabled (Trivy documentation, secret scanning).
    /// </summary>
    private const string SecretSettings = """
        disable-allow-rules:
          - tests
          - examples
          - vendor
          - usr-dirs
          - locale-dir
          - markdown
          - node.js
          - golang
          - python
          - rubygems
          - wordpress
          - anaconda-log
        skip-patterns: []

        """;

    private TrivyWorkspace(string folder) => Folder = folder;

    public string Folder { get; }

    public string Config => Path.Combine(Folder, "trivy.yaml");

    public string IgnoreFile => Path.Combine(Folder, "ignore");

    public string SecretConfig => Path.Combine(Folder, "secret.yaml");

    public string Home => Path.Combine(Folder, "home");

    public string Cache => Path.Combine(Folder, "cache");

    /// <param name="config">Text of the configuration file that Trivy gets.</param>
    /// <param name="database">Folder of the vulnerability database; null when the scan needs none.</param>
    public static TrivyWorkspace Create(string config, string? database)
    {
        var workspace = new TrivyWorkspace(Directory.CreateTempSubdirectory("trivy-").FullName);
        Directory.CreateDirectory(workspace.Home);
        Directory.CreateDirectory(workspace.Cache);
        File.WriteAllText(workspace.Config, config);
        File.WriteAllText(workspace.IgnoreFile, "");
        File.WriteAllText(workspace.SecretConfig, SecretSettings);
        if (database is not null)
            Directory.CreateSymbolicLink(Path.Combine(workspace.Cache, "db"), database);

        return workspace;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

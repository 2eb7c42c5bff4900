using ContainerSecurity.Findings;

namespace ContainerSecurity.Checkout;

/// <summary>Every path that more than one place needs. All absolute.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Output">Where results go, <c>artifacts</c> by default.</param>
/// <param name="Cache">The user's cache for tools and databases, shared by checkouts.</param>
public sealed record BuildPaths(string Root, string Output, string Cache)
{
    private const string Marker = "claude-code-proxy.slnx";

    /// <summary>The paths of the checkout that this program was built in.</summary>
    /// <exception cref="InputException">The program was moved out of its checkout.</exception>
    public static BuildPaths Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Marker)))
            folder = folder.Parent;
        if (folder is null)
            throw new InputException($"{AppContext.BaseDirectory} is not inside a checkout ({Marker} not found). Run build.sh of the repository.");

        return new BuildPaths(folder.FullName, Path.Combine(folder.FullName, "artifacts"), UserCache());
    }

    private static string UserCache()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "claude-code-proxy");
    }

    /// <summary>What the repository promises in figures and lists.</summary>
    public string Policy { get; init; } = Path.Combine(Root, "build", "policy.yaml");

    public string SecurityPolicy => Path.Combine(Root, "SECURITY.md");

    public string Dockerfile => Path.Combine(Root, "Dockerfile");

    public string HadolintConfig => Path.Combine(Root, "hadolint.yaml");

    public string TrivyConfig => Path.Combine(Root, "trivy.yaml");

    public string ToolsLock => Path.Combine(Root, "tools.lock.json");

    public string Solution => Path.Combine(Root, Marker);

    /// <summary>The folder of what the proxy has in common with the suite.</summary>
    public string ShellProject => Path.Combine(Root, "build", "Shell");

    public string ProxyProject => Path.Combine(Root, "proxy", "Proxy.csproj");

    public string Image => Path.Combine(Output, "image");

    public string ImageArchive => Path.Combine(Output, "image.tar");

    public string Reports => Path.Combine(Output, "reports");

    /// <summary>The proxy as a feature of other devcontainers.</summary>
    public string Feature => Path.Combine(Root, "proxy", "deploy", "feature");

    /// <summary>What Release makes; it is complete or not there.</summary>
    public string Release => Path.Combine(Output, "release");

    /// <summary>What a service that signs without a key wants of a release.</summary>
    public string Attest => Path.Combine(Output, "attest");

    /// <summary>Statements of who built the same sources again, and what came of it.</summary>
    public string Rebuilds => Path.Combine(Output, "rebuild");

    /// <summary>CycloneDX, current version.</summary>
    public string Sbom => Path.Combine(Output, "sbom", "claude-code-proxy.cdx.json");

    /// <summary>What the Dockerfile copies besides the binary, laid out by the suite.</summary>
    public string Context => Path.Combine(Output, "context");

    public string ClaudeCode => Path.Combine(Context, "claude");

    public string Binary(string rid) => Path.Combine(Output, "proxy", rid, "claude-code-proxy");

    /// <summary>The linker's own list of what it linked into the binary.</summary>
    public string LinkedFiles(string rid) => Binary(rid) + ".linked.d";

    /// <summary>The linker's own count of what it took of each archive.</summary>
    public string LinkedArchives(string rid) => Binary(rid) + ".archives.tsv";

    /// <summary>The SDK's list of the runtime packs that the binary was compiled from.</summary>
    public string RuntimeDependencies(string rid) => Binary(rid) + ".deps.json";
}

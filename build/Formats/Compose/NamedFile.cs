using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Compose;

/// <summary>Another file, and the line that names it.</summary>
internal sealed record NamedFile(string Path, int Line)
{
    /// <summary>Files from which its variables come, relative to the repository root.</summary>
    public ImmutableArray<string> EnvironmentFiles { get; init; } = [];
}

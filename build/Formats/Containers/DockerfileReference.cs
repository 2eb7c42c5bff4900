using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Containers;

/// <summary>A Dockerfile that another file names, and the line that does.</summary>
/// <param name="Written">As the file writes it, for messages.</param>
/// <param name="Candidates">
/// Where it may lie, relative to the repository root: which folder a build starts in is often not said. Empty when only the build knows.
/// </param>
internal sealed record DockerfileReference(string Written, int Line, ImmutableArray<BuiltFile> Candidates);

/// <summary>A Dockerfile, and the build context that it is built with.</summary>
/// <param name="Path">Relative to the repository root.</param>
/// <param name="Context">The folder, relative to the repository root; null where nobody says which.</param>
internal readonly record struct BuiltFile(string Path, string? Context = null);

/// <summary>A Dockerfile that stands in another file: <c>dockerfile_inline</c> of compose.</summary>
/// <param name="Line">Of the file, where the text begins.</param>
/// <param name="Context">Its build context, relative to the repository root; null where that lies elsewhere.</param>
internal sealed record InlineDockerfile(string Text, int Line, string? Context = null);

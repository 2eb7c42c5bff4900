using System.Collections.Immutable;

namespace ContainerSecurity.Formats.Dockerfiles;

/// <summary>A build stage: its FROM and the instructions up to the next one.</summary>
/// <param name="Index">0-based.</param>
/// <param name="BaseImage">The image or stage named by FROM, as written.</param>
/// <param name="Name">The alias after AS, as written; null without one.</param>
internal sealed record Stage(int Index, string BaseImage, string? Name, Instruction From, ImmutableArray<Instruction> Instructions);

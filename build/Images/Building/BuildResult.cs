using System.Collections.Immutable;
using ContainerSecurity.Findings;

namespace ContainerSecurity.Images.Building;

/// <summary>The image, or the findings that say why it could not be built.</summary>
internal sealed record BuildResult(BuiltImage? Image, ImmutableArray<Finding> Findings);

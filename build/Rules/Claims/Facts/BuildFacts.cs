using System.Collections.Immutable;
using ContainerSecurity.Packaging.Rebuilding;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>How binary and image come about.</summary>
/// <param name="Binary">The proxy, as it was built here.</param>
/// <param name="Reproductions">What other builders made of the same sources.</param>
internal sealed record BuildFacts(ImmutableArray<byte> Binary, ImmutableArray<Reproduction> Reproductions);

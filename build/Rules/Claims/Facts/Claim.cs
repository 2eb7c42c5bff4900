using System.Collections.Immutable;

namespace ContainerSecurity.Rules.Claims.Facts;

/// <summary>A measure of SECURITY.md and what proves it.</summary>
/// <param name="Id">The measure's id, <c>CT-1.1</c>.</param>
/// <param name="Name">The measure's bold name, so that an id cannot be moved to another promise unseen.</param>
internal sealed record Claim(string Id, string Name, ImmutableArray<Check> Checks);

using ContainerSecurity.Findings;

namespace ContainerSecurity.Secrets;

/// <summary>A secret and where it lies, named by kind and never by value.</summary>
internal sealed record FoundSecret(string Kind, Place Place);

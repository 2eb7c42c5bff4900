namespace ContainerSecurity.Findings;

/// <summary>A program that took part in a run.</summary>
public sealed record ToolVersion(string Name, string Version);

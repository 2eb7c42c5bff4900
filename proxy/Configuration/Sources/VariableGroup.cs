namespace ClaudeCodeProxy.Configuration.Sources;

/// <summary>Variables that belong together, as help and documentation list them.</summary>
internal sealed record VariableGroup(string Title, IReadOnlyList<Variable> Variables);

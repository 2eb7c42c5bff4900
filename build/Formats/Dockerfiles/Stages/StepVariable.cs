namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary><c>name=value</c> of ENV, ARG or LABEL.</summary>
/// <param name="Value">Null for an ARG without a default, or when it cannot be resolved.</param>
internal sealed record StepVariable(Instruction Instruction, string Name, string? Value);

namespace ContainerSecurity.Formats.Dockerfiles.Stages;

/// <summary><c>name=value</c> of ENV, ARG or LABEL; <see cref="Value"/> is null for an ARG without a default, or when it cannot be resolved.</summary>
internal sealed record StepVariable(Instruction Instruction, string Name, string? Value);

namespace ContainerSecurity.Processes;

/// <summary>What a finished program said.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string ErrorOutput, TimeSpan Duration);

namespace ContainerSecurity.Processes;

/// <summary>The result of a finished program.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string ErrorOutput, TimeSpan Duration);

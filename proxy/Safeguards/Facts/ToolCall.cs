namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>A call that a client is about to carry out.</summary>
/// <param name="Name">As the client knows the tool: <c>Bash</c>, <c>Write</c>, <c>mcp__files__move</c>.</param>
/// <param name="Input">A JSON object.</param>
/// <param name="Schema">The JSON schema of the tool's input; empty where it is not known.</param>
internal sealed record ToolCall(string Name, ReadOnlyMemory<byte> Input, ReadOnlyMemory<byte> Schema = default);

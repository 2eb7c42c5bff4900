namespace ClaudeCodeProxy.Safeguards.Facts;

/// <summary>A call that a client is about to carry out.</summary>
/// <param name="name">As the client knows the tool: <c>Bash</c>, <c>Write</c>, <c>mcp__files__move</c>.</param>
/// <param name="input">A JSON object.</param>
/// <param name="schema">The JSON schema of the tool's input; empty where it is not known.</param>
internal sealed class ToolCall(string name, ReadOnlyMemory<byte> input, ReadOnlyMemory<byte> schema = default)
{
    public string Name => name;

    public ReadOnlyMemory<byte> Input => input;

    public ReadOnlyMemory<byte> Schema => schema;
}

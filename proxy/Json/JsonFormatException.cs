namespace ClaudeCodeProxy.Json;

/// <summary>Something in a JSON text is not what it must be; <see cref="JsonPath"/> tells where.</summary>
internal sealed class JsonFormatException(int position, string problem) : Exception(problem)
{
    /// <summary>Offset of the offending byte.</summary>
    public int Position { get; } = position;
}

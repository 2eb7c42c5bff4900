namespace ClaudeCodeProxy.Json;

/// <summary>A value that a cursor can read.</summary>
internal interface IJsonElement<out TSelf>
{
    /// <summary>Reads the value that a cursor stands before.</summary>
    static abstract TSelf Read(ref JsonCursor cursor);
}

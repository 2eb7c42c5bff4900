namespace ClaudeCodeProxy.Sse;

/// <summary>
/// Cuts a byte stream into the data payloads of server-sent events, wherever the stream was split.
/// <c>foreach (var data in parser.Read(bytes))</c> for each read, then <c>foreach (var data in parser.End())</c> once.
/// </summary>
internal sealed class SseParser : IDisposable
{
    public SseEvents Read(ReadOnlySpan<byte> bytes) => throw new NotImplementedException();

    /// <summary>The stream ended: gives a last event that no blank line terminated.</summary>
    public SseEvents End() => throw new NotImplementedException();

    public void Dispose()
    {
    }
}

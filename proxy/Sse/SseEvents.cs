namespace ClaudeCodeProxy.Sse;

/// <summary>The events that one read completed; each payload is valid until the next is asked for.</summary>
internal ref struct SseEvents
{
    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly SseEvents GetEnumerator() => this;

    /// <summary>Throws <see cref="SseTooLargeException"/> when one event outgrows the bound.</summary>
    public bool MoveNext() => throw new NotImplementedException();
}

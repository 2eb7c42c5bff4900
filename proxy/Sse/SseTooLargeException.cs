namespace ClaudeCodeProxy.Sse;

/// <summary>One event of an upstream stream outgrew what the proxy will hold in memory.</summary>
internal sealed class SseTooLargeException(int limit) : Exception($"one event of the upstream's stream is larger than {limit} bytes");

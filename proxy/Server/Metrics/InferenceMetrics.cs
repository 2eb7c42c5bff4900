using ClaudeCodeProxy.Anthropic.Responses;

namespace ClaudeCodeProxy.Server.Metrics;

/// <summary>
/// What one model of one upstream did: metrics and bucket bounds of OpenTelemetry's conventions for generative AI
/// (https://github.com/open-telemetry/semantic-conventions-genai, v0.1.0, client inference).
/// </summary>
/// <param name="provider">Its kind, <c>gen_ai.provider.name</c>.</param>
/// <param name="model">Its model, <c>gen_ai.request.model</c>.</param>
/// <param name="server">Its host, <c>server.address</c>.</param>
internal sealed class InferenceMetrics(string provider, string model, string server)
{
    private static readonly double[] Durations = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];

    private static readonly double[] FirstChunks =
        [0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    private static readonly double[] Chunks = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5];

    private long _inputTokens;
    private long _cacheReadTokens;
    private long _cacheWriteTokens;
    private long _outputTokens;
    private long _reasoningTokens;

    public string Provider => provider;

    public string Model => model;

    public string Server => server;

    /// <summary>From the request to the end of the response.</summary>
    public Histogram Duration { get; } = new(Durations);

    /// <summary>From the request to the first bytes of a stream.</summary>
    public Histogram TimeToFirstChunk { get; } = new(FirstChunks);

    /// <summary>Between the bytes of a stream.</summary>
    public Histogram TimePerOutputChunk { get; } = new(Chunks);

    /// <summary>Those of the cache are part of it.</summary>
    public long InputTokens => Interlocked.Read(ref _inputTokens);

    public long CacheReadTokens => Interlocked.Read(ref _cacheReadTokens);

    public long CacheWriteTokens => Interlocked.Read(ref _cacheWriteTokens);

    public long OutputTokens => Interlocked.Read(ref _outputTokens);

    /// <summary>Part of the output tokens.</summary>
    public long ReasoningTokens => Interlocked.Read(ref _reasoningTokens);

    public void Count(Usage usage)
    {
        Interlocked.Add(ref _inputTokens, usage.InputTokens + usage.CacheReadTokens + usage.CacheCreationTokens);
        Interlocked.Add(ref _cacheReadTokens, usage.CacheReadTokens);
        Interlocked.Add(ref _cacheWriteTokens, usage.CacheCreationTokens);
        Interlocked.Add(ref _outputTokens, usage.OutputTokens);
        Interlocked.Add(ref _reasoningTokens, usage.ThinkingTokens);
    }
}

using System.Diagnostics;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Routing;

namespace ClaudeCodeProxy.Server.Exchanges;

/// <summary>What the log says of one request; made only where it says something.</summary>
internal sealed class RequestRecord
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _translation;

    /// <summary>Which conversation it belongs to, as the client calls it.</summary>
    public string? Session { get; set; }

    /// <summary>The host that was asked last, or would have been.</summary>
    public string? Upstream { get; set; }

    public Route? Route { get; set; }

    public bool IsStream { get; set; }

    public Usage? Usage { get; set; }

    /// <summary>How often an upstream was asked.</summary>
    public int Attempts { get; set; }

    /// <summary>Of Anthropic's error types, or that the client left; null when all went well.</summary>
    public string? Error { get; set; }

    /// <summary>It asks whether the proxy is well, which is told only when it is not.</summary>
    public bool IsProbe { get; set; }

    /// <summary>From the request to the first bytes of a stream.</summary>
    public TimeSpan? FirstChunk { get; private set; }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    /// <summary>Spent on translating the request and what came back.</summary>
    public TimeSpan Translation => Stopwatch.GetElapsedTime(0, _translation);

    /// <param name="began">When a piece of translation began, by <see cref="Stopwatch"/>.</param>
    public void AddTranslation(long began) => _translation += Stopwatch.GetTimestamp() - began;

    /// <summary>Forgets what came of an attempt that is repeated.</summary>
    public void Restart() => (FirstChunk, Error) = (null, null);

    /// <summary>Bytes of a stream have come.</summary>
    public void AddChunk() => FirstChunk ??= Elapsed;
}

using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Server.Relaying;

/// <summary>What becomes of an upstream's stream on its way to the client: bytes go in, whole events of Anthropic's come out.</summary>
internal abstract class RelayedStream : IDisposable
{
    /// <summary>What the client is to be sent next.</summary>
    public PooledBuffer Frames { get; } = new(8 << 10);

    /// <summary>The last event is out; further input is ignored.</summary>
    public abstract bool Done { get; }

    /// <summary>Why the stream ended with an error event; null when it did not.</summary>
    public abstract ApiError? Failure { get; }

    /// <summary>Why the stream failed before the response began: a client that has been sent nothing yet is better told by status.</summary>
    public abstract ApiError? EarlyFailure { get; }

    public abstract void Read(ReadOnlySpan<byte> bytes);

    /// <summary>The upstream ended its stream.</summary>
    public abstract void End();

    /// <summary>Ends the stream with an error event, unless it has ended already.</summary>
    public abstract void Fail(ApiError error);

    /// <summary>Adds a keep-alive event, unless the stream has ended.</summary>
    public abstract void Ping();

    /// <summary>All has come, and its end waits for this; null as long as it does not.</summary>
    public virtual Task? Awaited => null;

    /// <summary>Writes the end that has waited.</summary>
    public virtual void Conclude()
    {
    }

    /// <summary>Gives back what holds nothing: the next bytes may be long in coming.</summary>
    public virtual void ReleaseBuffers() => Frames.ReleaseIfEmpty();

    public virtual void Dispose() => Frames.Dispose();
}

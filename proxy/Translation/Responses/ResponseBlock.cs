using ClaudeCodeProxy.Anthropic.Responses;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>One content block of a streamed response, from its first piece until it is closed.</summary>
internal abstract class ResponseBlock : IDisposable
{
    /// <summary>Its place in the message; null until it is started.</summary>
    public int? Index { get; protected set; }

    /// <summary>Enough is known to start it.</summary>
    public abstract bool CanStart { get; }

    /// <summary>Nothing is missing, should another block follow now.</summary>
    public abstract bool CanClose { get; }

    public abstract void Start(ResponseWriter writer, int index);

    /// <summary>Sends what has come and was not sent.</summary>
    /// <param name="ended">Nothing more will come.</param>
    public abstract void Flush(ResponseWriter writer, bool ended);

    public abstract void Dispose();
}

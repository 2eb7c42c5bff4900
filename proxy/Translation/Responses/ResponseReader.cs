namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>Reads a response in one of the APIs of upstreams, and says what is in it to an <see cref="ResponseBuilder"/>.</summary>
internal abstract class ResponseReader
{
    /// <summary>Takes the data of one event of a stream; true when the upstream says that it is the last.</summary>
    public abstract bool Take(ReadOnlySpan<byte> data);

    /// <summary>Takes a response that came whole.</summary>
    public abstract void TakeWhole(ReadOnlySpan<byte> data);
}

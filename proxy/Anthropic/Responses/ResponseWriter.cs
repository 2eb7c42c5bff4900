namespace ClaudeCodeProxy.Anthropic.Responses;

/// <summary>
/// Writes a response block by block, as a stream's events or as one message. Texts are given escaped and copied as they are. One block is open at a
/// time; every start but that of a call which stays unfinished is followed by its stop.
/// </summary>
internal abstract class ResponseWriter
{
    /// <param name="usage">What is known before the response is.</param>
    public abstract void MessageStart(string id, string model, Usage usage);

    public abstract void TextStart(int index);

    public abstract void ThinkingStart(int index);

    public abstract void ToolStart(int index, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name);

    /// <summary>A web search that the provider made itself; its input follows as a tool's does.</summary>
    public abstract void SearchStart(int index, ReadOnlySpan<byte> id);

    /// <summary>A block that is complete as it stands.</summary>
    public abstract void WholeStart(int index, ReadOnlySpan<byte> block);

    public abstract void Delta(int index, BlockKind kind, ReadOnlySpan<byte> escaped);

    /// <summary>A page that the text before it is based on, as a JSON object. Only other citations follow in the block.</summary>
    public abstract void Citation(int index, ReadOnlySpan<byte> citation);

    /// <summary>The signature on thinking. Nothing follows in the block.</summary>
    public abstract void Signature(int index, ReadOnlySpan<byte> escaped);

    public abstract void BlockStop(int index);

    /// <summary>Everything but the last frame.</summary>
    /// <param name="stopSequence">Plain; null unless the response ended at one.</param>
    /// <param name="safeguards">As <see cref="SafeguardResults"/> writes them; empty where the client asked for none.</param>
    public abstract void MessageDelta(StopReason reason, string? stopSequence, ReadOnlySpan<byte> safeguards, Usage usage);

    public abstract void MessageStop();
}

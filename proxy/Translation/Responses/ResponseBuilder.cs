using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.OpenAI;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>
/// A response while it comes, whichever API it comes in and whether in pieces or whole: what has been said becomes blocks of the client's response.
/// </summary>
internal sealed class ResponseBuilder(ResponseContext context, ResponseWriter writer) : IDisposable
{
    private readonly ResponseBlocks _blocks = new(context, writer);
    private readonly ResponseEnd _end = new(context);
    private readonly ToolUseIds _ids = new(context);
    private readonly ThinkTags? _tags = context.ReadsThinkTags ? new ThinkTags() : null;
    private Sources? _sources;
    private ToolCallTable? _calls;
    private Usage? _usage;
    private int _bytes;
    private int _searches;

    /// <summary>The client's response has begun.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>What the response took, known at its end.</summary>
    public Usage Usage { get; private set; }

    public void Start()
    {
        if (HasStarted)
            return;
        HasStarted = true;
        writer.MessageStart(context.MessageId, context.ClientModel, new Usage(context.EstimatedInputTokens, 0, 0, 1, 0));
    }

    public void AddThinking(ReadOnlySpan<byte> escaped)
    {
        if (escaped.IsEmpty)
            return;
        Start();
        _bytes += escaped.Length;
        _blocks.AddThinking(escaped);
    }

    public void AddText(ReadOnlySpan<byte> escaped)
    {
        if (escaped.IsEmpty)
            return;
        Start();
        _bytes += escaped.Length;
        if (_tags is null)
            _blocks.AddText(escaped);
        else
            _tags.Take(escaped, _blocks);
    }

    /// <summary>Adds the model's own words that it will not help.</summary>
    public void AddRefusal(ReadOnlySpan<byte> escaped)
    {
        if (escaped.IsEmpty)
            return;
        _end.TakeRefusal();
        _tags?.Flush(_blocks);
        Start();
        _bytes += escaped.Length;
        _blocks.AddText(escaped);
    }

    /// <summary>Names a web page that the response rests on.</summary>
    public void AddSource(ReadOnlySpan<byte> url, ReadOnlySpan<byte> title) => (_sources ??= new Sources()).Add(url, title);

    /// <param name="source">The text that the piece was read from.</param>
    /// <param name="isNew">It is a call of its own, whatever its id and index.</param>
    public void AddToolCall(ReadOnlySpan<byte> source, ToolCallDelta piece, bool isNew = false)
    {
        Start();
        _tags?.Flush(_blocks);
        _bytes += piece.Name.Length + piece.Arguments.Length + piece.ArgumentsObject.Length;
        if (context.IsWarmUp)
            return;
        _calls ??= new ToolCallTable(context, _ids, _blocks);
        _calls.Take(source, piece, isNew);
    }

    /// <summary>Text or thinking that follows is a block of its own.</summary>
    public void EndBlock()
    {
        Start();
        _blocks.EndBlock();
    }

    /// <summary>The thinking that came last is signed, and ends.</summary>
    /// <param name="signature">Escaped.</param>
    public void AddSignature(byte[] signature)
    {
        Start();
        _blocks.SignThinking(() => signature);
        _blocks.EndBlock();
    }

    /// <summary>
    /// The thinking that came last, or a block without words, is signed when it ends. The model cannot go on without what it carries: for a client
    /// that wants no thinking the next call carries it.
    /// </summary>
    /// <param name="sign">Gives the signature, escaped; null when there is none.</param>
    public void SignThinking(Func<byte[]?> sign)
    {
        Start();
        _ids.Sign = context.Thinking == ThinkingOutput.None ? sign : null;
        _blocks.SignThinking(sign);
    }

    /// <param name="citation">A JSON object that names a source of the text that came last.</param>
    public void AddCitation(byte[] citation) => _blocks.AddCitation(citation);

    /// <param name="id">Of the search; escaped, as <paramref name="query"/> is.</param>
    /// <param name="found">The JSON object of the block that holds what was found.</param>
    public void AddWebSearch(byte[] id, byte[] query, byte[] found)
    {
        Start();
        _searches++;
        _blocks.Add(new WebSearchBlock(id, query));
        _blocks.Add(new CompleteBlock(found));
        _blocks.Advance();
    }

    public void SetUsage(UpstreamUsage usage) => _usage = UsageTranslator.Translate(usage);

    public void SetStopSequence(string sequence) => _end.TakeStopSequence(sequence);

    public void SetFinishReason(FinishReason reason)
    {
        if (reason == FinishReason.Error)
            throw new ApiErrorException(ApiError.BadGateway("The upstream reports that the model failed."));
        _end.TakeFinish(reason);
    }

    /// <summary>Nothing more will come: closes all that is open. What is left to be said of the whole is for <see cref="End"/>.</summary>
    /// <param name="isAnnounced">The upstream said that this is the end. Without that, and without a finish reason, the response was cut.</param>
    public void Complete(bool isAnnounced)
    {
        if (!HasStarted || (_end.Finish == FinishReason.None && !isAnnounced))
            throw new ApiErrorException(ApiError.BadGateway("The upstream's stream ended before the response was complete."));
        _tags?.Flush(_blocks);
        _sources?.WriteTo(_blocks);
        _blocks.CloseAll(_end.IsCut);
        Usage = (_usage ?? UsageTranslator.Estimate(context, _bytes)) with { WebSearches = _searches };
    }

    /// <summary>Writes the end of a response that is complete, with what became of the checks of its calls.</summary>
    public void End()
    {
        var hasCall = _blocks.HasCompleteCall;
        var checks = context.Checks?.Results() ?? context.UnsupportedSafeguards;
        writer.MessageDelta(_end.Reason(hasCall), _end.StopSequence(hasCall), checks, Usage);
        writer.MessageStop();
    }

    public void Dispose() => _blocks.Dispose();
}

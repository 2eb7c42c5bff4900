using ClaudeCodeProxy.Anthropic.Errors;
using ClaudeCodeProxy.Anthropic.Responses;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>
/// The blocks of a streamed response in the order in which they began. Only the first one that is not closed is sent live; later ones wait, so that
/// one block is open at a time and indices have no gap, as Anthropic documents its event streams. A tool call is closed only when its arguments are
/// complete.
/// </summary>
internal sealed class ResponseBlocks(ResponseContext context, ResponseWriter writer) : IDisposable
{
    private const int MaxHeldBytes = 16 << 20;

    private readonly Queue<ResponseBlock> _waiting = new();
    private readonly LeadingSpace _space = new();
    private ResponseBlock? _last;
    private int _started;
    private int _held;
    private bool _isBroken;

    /// <summary>A tool call has been closed: the client will carry it out.</summary>
    public bool HasCompleteCall { get; private set; }

    public void AddText(ReadOnlySpan<byte> escaped)
    {
        if (escaped.IsEmpty)
            return;
        if (_isBroken || _last is not ResponseText block)
        {
            if (_space.TryAdd(BlockKind.Text, escaped))
                return;
            block = Begin(new ResponseText());
        }

        AddWords(block, escaped);
    }

    public void AddThinking(ReadOnlySpan<byte> escaped)
    {
        if (escaped.IsEmpty || context.Thinking == ThinkingOutput.None)
            return;
        if (_isBroken || _last is not ResponseThinking block)
        {
            if (_space.TryAdd(BlockKind.Thinking, escaped))
                return;
            block = Begin(new ResponseThinking(context));
        }

        AddWords(block, escaped);
    }

    /// <summary>What is said next is a block of its own.</summary>
    public void EndBlock()
    {
        _space.Clear();
        _isBroken = true;
    }

    /// <summary>
    /// The thinking that came last is signed when its block ends. Where another block has followed already, an empty thinking block carries the
    /// signature.
    /// </summary>
    /// <param name="sign">Gives the signature, escaped; null when there is none.</param>
    public void SignThinking(Func<byte[]?> sign)
    {
        if (context.Thinking == ThinkingOutput.None)
            return;
        if (_isBroken || _last is not ResponseThinking block)
            block = Begin(new ResponseThinking(context));
        block.Sign = sign;
    }

    /// <summary>Names a source of the text that came last.</summary>
    public void AddCitation(byte[] citation)
    {
        if (_last is ResponseText block)
            block.AddCitation(citation);
    }

    /// <summary>Accounts for what is kept in memory.</summary>
    public void CountHeldBytes(int bytes)
    {
        _held += bytes;
        if (_held <= MaxHeldBytes)
            return;
        throw new ApiErrorException(ApiError.BadGateway($"The upstream sent more than {MaxHeldBytes} bytes that had to wait for others."));
    }

    public void Add(ResponseBlock block)
    {
        _waiting.Enqueue(block);
        _last = block;
        _isBroken = false;
        _space.Clear();
    }

    /// <summary>Sends what can be sent after something has come. A request that only warms the cache gets nothing.</summary>
    public void Advance()
    {
        while (!context.IsWarmUp && _waiting.TryPeek(out var first) && TryStart(first))
        {
            var isFollowed = first != _last;
            first.Flush(writer, ended: isFollowed && first.CanClose);
            if (!isFollowed || !first.CanClose)
                return;
            Close(first);
        }
    }

    /// <summary>
    /// Nothing more will come: closes all. Of a cut response, an unfinished call is left open, or out, and so is what waits behind it.
    /// </summary>
    public void CloseAll(bool cut)
    {
        while (!context.IsWarmUp && _waiting.TryPeek(out var first))
        {
            if (first is ToolCallBlock { Arguments.IsEmpty: true } call && !cut)
                call.Arguments.Append("{}"u8);
            if (!first.CanClose && !cut)
            {
                throw new ApiErrorException(ApiError.BadGateway(
                    "The upstream ended its response inside a tool call: it is without a name, or its arguments are unfinished."));
            }

            if (!first.CanClose)
            {
                first.Flush(writer, ended: true);
                return;
            }

            TryStart(first);
            first.Flush(writer, ended: true);
            Close(first);
        }
    }

    public void Dispose()
    {
        foreach (var block in _waiting)
            block.Dispose();
        _waiting.Clear();
        _space.Dispose();
    }

    private T Begin<T>(T block)
        where T : WordsBlock
    {
        block.Add(writer, _space.Of(block.Kind));
        Add(block);
        Advance();
        return block;
    }

    private void AddWords(WordsBlock block, ReadOnlySpan<byte> escaped)
    {
        if (block.IsHeld)
            CountHeldBytes(escaped.Length);
        block.Add(writer, escaped);
        Advance();
    }

    private bool TryStart(ResponseBlock block)
    {
        if (block.Index is not null)
            return true;
        if (!block.CanStart)
            return false;
        block.Start(writer, _started++);
        return true;
    }

    private void Close(ResponseBlock block)
    {
        writer.BlockStop(block.Index!.Value);
        if (block is ToolCallBlock call)
        {
            HasCompleteCall = true;
            context.Checks?.Add(call.ClientId, call.ClientName, call.Arguments.Escaped);
        }

        _waiting.Dequeue().Dispose();
        if (_waiting.Count == 0)
            _last = null;
    }
}

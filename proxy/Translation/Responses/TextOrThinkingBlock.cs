using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>A block of text or of thinking.</summary>
internal sealed class TextOrThinkingBlock(BlockKind kind) : ResponseBlock
{
    private readonly PooledBuffer _unsent = new(256);
    private List<byte[]>? _citations;

    public BlockKind Kind => kind;

    /// <summary>The signature on thinking, escaped; nothing can be added after it.</summary>
    public byte[]? Signature { get; set; }

    public override bool CanStart => true;

    public override bool CanClose => true;

    /// <summary>Takes the next piece, and sends it on when the block is started.</summary>
    public void Add(ResponseWriter writer, ReadOnlySpan<byte> escaped)
    {
        if (Index is { } index && _unsent.Length == 0 && JsonEscapes.WholeLength(escaped) == escaped.Length)
        {
            writer.Delta(index, kind, escaped);
            return;
        }

        if (!JsonEscapes.BeginsWithLowHalf(escaped))
            JsonEscapes.ReplaceHalf(_unsent);
        _unsent.Append(escaped);
        Flush(writer, ended: false);
    }

    /// <param name="citation">A JSON object.</param>
    public void AddCitation(byte[] citation) => (_citations ??= []).Add(citation);

    public override void Start(ResponseWriter writer, int index)
    {
        Index = index;
        if (kind == BlockKind.Text)
            writer.TextStart(index);
        else
            writer.ThinkingStart(index);
    }

    public override void Flush(ResponseWriter writer, bool ended)
    {
        if (Index is not { } index)
            return;
        FlushText(writer, index, ended);
        if (!ended)
            return;
        foreach (var citation in _citations ?? [])
            writer.Citation(index, citation);
        if (Signature is not null)
            writer.Signature(index, Signature);
    }

    public override void Dispose() => _unsent.Dispose();

    private void FlushText(ResponseWriter writer, int index, bool ended)
    {
        if (_unsent.Length == 0)
            return;
        var text = _unsent.WrittenSpan;
        var whole = text[..JsonEscapes.WholeLength(text)];
        if (!whole.IsEmpty)
            writer.Delta(index, kind, whole);
        var half = text[whole.Length..].ToArray();
        _unsent.Clear();
        if (ended && half.Length > 0)
            writer.Delta(index, kind, "\\ufffd"u8);
        else
            _unsent.Append(half);
    }
}

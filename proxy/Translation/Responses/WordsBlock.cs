using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>A block of text or of thinking, which comes in pieces.</summary>
internal abstract class WordsBlock(BlockKind kind) : ResponseBlock
{
    private readonly PooledBuffer _unsent = new(256);

    public BlockKind Kind => kind;

    public override bool CanStart => true;

    public override bool CanClose => true;

    /// <summary>Pieces stay in memory.</summary>
    public virtual bool IsHeld => Index is null;

    /// <summary>What has not been sent, escaped.</summary>
    protected ReadOnlySpan<byte> Unsent => _unsent.WrittenSpan;

    /// <summary>Takes the next piece, and sends it on when the block is started.</summary>
    public virtual void Add(ResponseWriter writer, ReadOnlySpan<byte> escaped)
    {
        if (Index is { } index && _unsent.Length == 0 && JsonEscapes.WholeLength(escaped) == escaped.Length)
        {
            writer.Delta(index, kind, escaped);
            return;
        }

        Hold(escaped);
        Flush(writer, ended: false);
    }

    public override void Flush(ResponseWriter writer, bool ended)
    {
        if (Index is not { } index || _unsent.Length == 0)
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

    public override void Dispose() => _unsent.Dispose();

    protected void Hold(ReadOnlySpan<byte> escaped)
    {
        if (!JsonEscapes.BeginsWithLowHalf(escaped))
            JsonEscapes.ReplaceHalf(_unsent);
        _unsent.Append(escaped);
    }
}

using ClaudeCodeProxy.Anthropic;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Answers;

/// <summary>A block of text or of thoughts.</summary>
internal sealed class SpokenBlock(BlockKind kind) : AnswerBlock
{
    private readonly PooledBuffer _unsent = new(256);

    public BlockKind Kind => kind;

    public override bool CanStart => true;

    public override bool CanClose => true;

    public void Append(ReadOnlySpan<byte> escaped) => _unsent.Append(escaped);

    public override void Start(EventWriter events, int index)
    {
        Index = index;
        if (kind == BlockKind.Text) events.TextStart(index);
        else events.ThinkingStart(index);
    }

    public override void Flush(EventWriter events, bool ended)
    {
        if (Index is not { } index || _unsent.Length == 0) return;
        events.Delta(index, kind, _unsent.WrittenSpan);
        _unsent.Clear();
    }

    public override void Dispose() => _unsent.Dispose();
}

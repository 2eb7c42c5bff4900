using ClaudeCodeProxy.Anthropic.Responses;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>A block that is known whole as soon as it comes.</summary>
/// <param name="block">The JSON object that it is.</param>
internal sealed class WholeBlock(byte[] block) : AnswerBlock
{
    public override bool CanStart => true;

    public override bool CanClose => true;

    public override void Start(AnswerWriter writer, int index)
    {
        Index = index;
        writer.WholeStart(index, block);
    }

    public override void Flush(AnswerWriter writer, bool ended)
    {
    }

    public override void Dispose()
    {
    }
}

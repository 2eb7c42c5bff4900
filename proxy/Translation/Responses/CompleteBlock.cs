using ClaudeCodeProxy.Anthropic.Responses;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>A block that is known whole as soon as it comes.</summary>
/// <param name="block">The JSON object that it is.</param>
internal sealed class CompleteBlock(byte[] block) : ResponseBlock
{
    public override bool CanStart => true;

    public override bool CanClose => true;

    public override void Start(ResponseWriter writer, int index)
    {
        Index = index;
        writer.WholeStart(index, block);
    }

    public override void Flush(ResponseWriter writer, bool ended)
    {
    }

    public override void Dispose()
    {
    }
}

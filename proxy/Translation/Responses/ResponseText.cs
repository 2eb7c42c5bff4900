using ClaudeCodeProxy.Anthropic.Responses;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>What the model says to the user.</summary>
internal sealed class ResponseText() : WordsBlock(BlockKind.Text)
{
    private List<byte[]>? _citations;

    /// <param name="citation">A JSON object.</param>
    public void AddCitation(byte[] citation) => (_citations ??= []).Add(citation);

    public override void Start(ResponseWriter writer, int index)
    {
        Index = index;
        writer.TextStart(index);
    }

    public override void Flush(ResponseWriter writer, bool ended)
    {
        base.Flush(writer, ended);
        if (!ended || Index is not { } index)
            return;
        foreach (var citation in _citations ?? [])
            writer.Citation(index, citation);
    }
}

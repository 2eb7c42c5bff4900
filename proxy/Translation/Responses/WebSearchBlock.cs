using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Json;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>A web search that the provider made itself.</summary>
/// <param name="query">Escaped.</param>
internal sealed class WebSearchBlock(byte[] id, byte[] query) : ResponseBlock
{
    private bool _isSent;

    public override bool CanStart => true;

    public override bool CanClose => true;

    public override void Start(ResponseWriter writer, int index)
    {
        Index = index;
        writer.SearchStart(index, id);
    }

    public override void Flush(ResponseWriter writer, bool ended)
    {
        if (Index is not { } index || _isSent)
            return;
        _isSent = true;
        using var input = new PooledBuffer();
        var json = new JsonWriter(input, default);
        json.Raw("{\\\"query\\\":\\\""u8);
        json.Escape(query);
        json.Raw("\\\"}"u8);
        json.Commit();
        writer.Delta(index, BlockKind.ToolUse, input.WrittenSpan);
    }

    public override void Dispose()
    {
    }
}

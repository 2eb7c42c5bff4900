using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Translation.Tools;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>A tool call.</summary>
/// <param name="upstreamIndex">The index that the upstream gave it, if any.</param>
internal sealed class ToolCallBlock(ToolUseIds ids, ToolNames names, int? upstreamIndex) : ResponseBlock
{
    public int? UpstreamIndex => upstreamIndex;

    /// <summary>Escaped; of the Responses API alone.</summary>
    public byte[] ItemId { get; set; } = [];

    /// <summary>Escaped; empty until the upstream gives one, which it may never do.</summary>
    public byte[] UpstreamId { get; set; } = [];

    /// <summary>Escaped; empty unless the upstream gives one with the call.</summary>
    public byte[] ThoughtSignature { get; set; } = [];

    /// <summary>Escaped; empty until the upstream gives it.</summary>
    public byte[] Name { get; set; } = [];

    public ToolArguments Arguments { get; } = new();

    /// <summary>As the client knows the call, escaped; empty until it is started.</summary>
    public byte[] ClientId { get; private set; } = [];

    public byte[] ClientName => names.ForClient(Name);

    public override bool CanStart => Name.Length > 0;

    public override bool CanClose => CanStart && Arguments.IsComplete;

    public override void Start(ResponseWriter writer, int index)
    {
        Index = index;
        ClientId = ids.Next(UpstreamId, ThoughtSignature);
        writer.ToolStart(index, ClientId, ClientName);
    }

    public override void Flush(ResponseWriter writer, bool ended)
    {
        if (Index is not { } index)
            return;
        var unsent = Arguments.TakeUnsent(ended);
        if (!unsent.IsEmpty)
            writer.Delta(index, BlockKind.ToolUse, unsent);
    }

    public override void Dispose() => Arguments.Dispose();
}

using ClaudeCodeProxy.Anthropic.Responses;
using ClaudeCodeProxy.Translation.Content;

namespace ClaudeCodeProxy.Translation.Responses;

/// <summary>What the model thinks. What its provider wants to see again of it is in the signature.</summary>
internal sealed class ResponseThinking(ResponseContext context) : WordsBlock(BlockKind.Thinking)
{
    private bool IsShown => context.Thinking == ThinkingOutput.Words;

    /// <summary>Gives the signature when the block ends, escaped, or null when there is none.</summary>
    public Func<byte[]?>? Sign { get; set; }

    public override bool IsHeld => IsShown ? base.IsHeld : context.KeepsHiddenThinking;

    public override void Add(ResponseWriter writer, ReadOnlySpan<byte> escaped)
    {
        if (IsShown)
            base.Add(writer, escaped);
        else if (context.KeepsHiddenThinking)
            Hold(escaped);
    }

    public override void Start(ResponseWriter writer, int index)
    {
        Index = index;
        writer.ThinkingStart(index);
    }

    public override void Flush(ResponseWriter writer, bool ended)
    {
        if (IsShown)
            base.Flush(writer, ended);
        if (!ended || Index is not { } index)
            return;
        var signature = Sign?.Invoke();
        if (signature is null && !IsShown && !Unsent.IsEmpty)
            signature = HiddenThinking.Sign(Unsent);
        if (signature is not null)
            writer.Signature(index, signature);
    }
}
